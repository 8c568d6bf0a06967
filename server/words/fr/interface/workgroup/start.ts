import type en from '../../../en/interface/workgroup/start.ts';

export default {
  'start.title': 'Pour commencer : {country}',
  'start.lead':
    'Ce qu’est le groupe de travail sur la gestion de l’information, ce qu’il a convenu, quelles données existent, à qui s’adresser et comment le rejoindre. Aucun compte n’est nécessaire pour lire cette page.',
  'start.loading': 'Chargement…',
  'start.own': 'Vos rôles',
  'start.own.active': 'Vous êtes {role}, {group}{hasEnd, select, yes {, jusqu’au {end, day}} other {}}',
  'start.own.pending':
    'Vous avez demandé à rejoindre {group} comme {role} ; le groupe doit encore approuver{hasEnd, select, yes { (jusqu’au {end, day})} other {}}',
  'start.own.invited': '{group} vous invite comme {role} : acceptez sur sa page{hasEnd, select, yes { (jusqu’au {end, day})} other {}}',
  'start.about': 'De quoi il s’agit',
  'start.about.general':
    'Le groupe de travail sur la gestion de l’information réunit clusters, agences, ONG et autorités, qui y conviennent des données communes : limites administratives et P-codes, chiffres de population, qui fait quoi où, évaluations, et la façon de les partager.',
  'start.about.none': 'Aucun groupe de ce type n’a encore été saisi pour ce pays.',
  'start.below': 'Sous-groupes :',
  'start.structure': 'Tous les groupes, leurs chefs de file et leurs membres',
  'start.data': 'Jeux de données',
  'start.data.none': 'Aucun jeu de données n’a encore été publié pour ce pays.',
  'start.data.published': 'publié le {date}',
  'start.data.owner': '{group} en répond',
  'start.data.drafts': '{count, plural, one {# brouillon} other {# brouillons}} en revue',
  'start.ask': 'À qui s’adresser',
  'start.ask.mailbox': 'La boîte du groupe : la personne de service la lit.',
  'start.ask.no-mailbox': 'Le groupe n’a pas encore de boîte aux lettres.',
  'start.ask.focal-points':
    '{count, plural, one {Point focal GI de # groupe} other {Points focaux GI de # groupes}}{missing, plural, =0 {} one {, # manquant} other {, # manquants}}',
  'start.ask.nobody': 'personne pour l’instant',
  'start.join': 'Comment rejoindre le groupe',
  'start.join.more': 'Rejoindre un autre groupe',
  'start.join.write': 'Écrivez à {mailbox} : votre organisation, votre fonction et la durée de votre séjour.',
  'start.join.ask': 'Demandez une invitation aux chefs de file d’un groupe : indiquez votre organisation, votre fonction et la durée de votre séjour.',
  'start.join.invited': 'Vous recevez un lien pour créer votre compte.',
  'start.join.request': 'Sur la page du groupe, choisissez « {join} » ; la présidence du groupe approuve.',
  'start.join.leave': 'À votre départ du pays, mettez fin à votre rôle sur la même page, pour que la liste reste juste.',
  'start.guidance': 'Guides de référence',
  'start.guidance.imwg': 'Le rôle du groupe de travail dans les données opérationnelles communes (OCHA, en anglais)',
  'start.guidance.cod': 'Données opérationnelles communes (OCHA, en anglais)',
  'start.guidance.responsibility': 'Directives opérationnelles sur la responsabilité en matière de données dans l’action humanitaire (IASC)',
  'start.guidance.toolbox': 'Boîte à outils de gestion de l’information (OCHA, en anglais)',
} satisfies Record<keyof typeof en, string>;
