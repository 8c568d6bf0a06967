-- Rights come from appointments in groups (decision 0041). The roles of the first round become appointments in the group above all countries,
-- which reach every country; only the administrator stays what it was.

insert into workgroup (scope, id, type, names, acronym, status, area, languages, description, visibility, owns, signoff, permanent, created_at, updated_at)
select 'global', 'imwg', 'working-group',
  '{"en":"Information Management Working Group","fr":"Groupe de travail sur la gestion de l’information","es":"Grupo de Trabajo de Gestión de la Información","ar":"الفريق العامل المعني بإدارة المعلومات","pt":"Grupo de Trabalho de Gestão da Informação"}',
  'IMWG', 'active', '[]', '[]', '{}', 'public', '[]', '[]', 1,
  replace(substr(cast(current_timestamp as text), 1, 19), ' ', 'T') || 'Z',
  replace(substr(cast(current_timestamp as text), 1, 19), ' ', 'T') || 'Z'
where not exists (select 1 from workgroup where scope = 'global' and id = 'imwg');

insert into person (id, scope, name, account, created_at)
select 'account-' || "id", 'global', "name", "id", "createdAt"
from auth_user
where "role" in ('viewer', 'contributor', 'reviewer', 'publisher');

insert into appointment (id, scope, workgroup, person, role, starts, state, created_at)
select 'account-' || "id", 'global', 'imwg', 'account-' || "id",
  case "role" when 'viewer' then 'observer' when 'contributor' then 'member' when 'reviewer' then 'imo' else 'chair' end,
  substr("createdAt", 1, 10), 'active', "createdAt"
from auth_user
where "role" in ('viewer', 'contributor', 'reviewer', 'publisher');

update auth_user set "role" = 'member' where "role" <> 'admin';

-- What a new member will hold; null where nothing.
alter table invite add column scope text;
alter table invite add column workgroup text;
alter table invite add column appointment text;

update invite set scope = 'global', workgroup = 'imwg',
  appointment = case role when 'viewer' then 'observer' when 'contributor' then 'member' when 'reviewer' then 'imo' else 'chair' end
where role in ('viewer', 'contributor', 'reviewer', 'publisher');

update invite set role = 'member' where role <> 'admin';
