/** `codmap verify`, `backup`, `restore`, `gc`, `adopt`, `discard` and `invite`: commands of whoever keeps a store. */
import { CommanderError, InvalidArgumentError, Option, type Command } from 'commander';
import type { Store } from '../app/store.ts';
import type { Config } from '../config.ts';
import { APPOINTMENT_ROLES, groupId, scope as scopeSchema, type AppointmentRole } from '../contract/groups/groups.ts';
import { email as emailSchema, type InvitedTo } from '../contract/people/people.ts';
import { COMMAND_LINE } from '../contract/given.ts';
import { reference, type Reference } from './reference.ts';
import { counted } from './report.ts';

type OnProgress = (stage: string, done: number, total: number) => void;

/** What the command line hands to a group of commands. */
export interface Tools {
  /** Version of this program. */
  program: string;
  command: (name: string) => Command;
  config: () => Config;
  withStore: <T>(work: (store: Store) => Promise<T>) => Promise<T>;
  withProgress: <T>(work: (onProgress: OnProgress) => Promise<T>) => Promise<T>;
  /** To stderr. */
  note: (text: string) => void;
  print: (text: string) => void;
  printJson: (document: unknown) => void;
  /** The present state forbids it, or errors were found: exit code 1. */
  fail: () => void;
}

/** Exit code of wrong usage. */
const USAGE = 2;

export function addUpkeepCommands(tools: Tools): void {
  addSafetyCommands(tools);
  addTidyCommands(tools);
  addDiscardCommand(tools);
}

/** Looking whether all is there, and keeping it twice. */
function addSafetyCommands({ program, command, config, withStore, withProgress, print, printJson, fail }: Tools): void {
  command('verify')
    .description('read every stored file, compare it with its checksum, open every tile archive')
    .option('--deep', 'unpack every tile too, and compare the indexes of the database with its tables', false)
    .option('--json', 'one JSON document on stdout', false)
    .action(async ({ deep, json }: { deep: boolean; json: boolean }) => {
      const { formatVerification, verifyStore } = await import('./safety.ts');
      const done = await withStore((store) => withProgress((onProgress) => verifyStore(config(), store, deep, onProgress)));
      if (json) printJson(done);
      else print(formatVerification(done));
      if (done.faults.length + done.database.length > 0) fail();
    });

  command('backup')
    .description('a full copy of the store, while the server runs')
    .argument('<dir>', 'a new or empty folder, or one with an earlier backup')
    .option('--json', 'one JSON document on stdout', false)
    .action(async (dir: string, { json }: { json: boolean }) => {
      const { backupStore, formatBackup } = await import('./safety.ts');
      const done = await withStore((store) => withProgress((onProgress) => backupStore(config(), store, dir, program, onProgress)));
      if (json) printJson(done);
      else print(formatBackup(dir, done));
      if (done.lost.length > 0) fail();
    });

  command('restore')
    .description('replace the store with a backup')
    .argument('<dir>', 'the folder of the backup')
    .option('--replace', 'even if the store is not empty; its database is kept next to the new one', false)
    .option('--partial', 'even if files of the backup are missing or damaged', false)
    .option('--json', 'one JSON document on stdout', false)
    .action(async (dir: string, { json, ...options }: { replace: boolean; partial: boolean; json: boolean }) => {
      const { formatRestored, restoreStore } = await import('./safety.ts');
      const done = await withProgress((onProgress) => restoreStore(config(), dir, options, onProgress));
      if (json) printJson(done);
      else print(formatRestored(done));
      if (done.lost.length > 0) fail();
    });
}

/** What is left over, whose it is, and who may come in. */
function addTidyCommands({ command, config, withStore, note, print, printJson, fail }: Tools): void {
  command('gc')
    .description('move files that nothing names to the trash; deleted for good after 30 days')
    .option('--dry-run', 'say what would go, and why', false)
    .option('--restore [key...]', 'take files back from the trash; all of them if none is named')
    .option('--json', 'one JSON document on stdout', false)
    .action(async ({ dryRun, restore, json }: { dryRun: boolean; restore?: true | string[]; json: boolean }) => {
      if (dryRun && restore) throw new CommanderError(USAGE, 'codmap.restore', '--dry-run and --restore cannot be used together');
      const { formatCollection } = await import('./gc.ts');
      if (restore) {
        const back = await withStore(({ collector }) => collector.restore(restore === true ? [] : restore));
        if (json) printJson({ restored: back });
        else print([...back, `${counted(back.length, 'file')} back from the trash.`].join('\n'));
        return;
      }
      const done = await withStore(({ collector }) => collector.collect({ dryRun }));
      if (json) printJson(done);
      else print(formatCollection(done));
      if (done.refusal !== null) fail();
    });

  command('upkeep')
    .description('delete entries that nobody confirmed for 30 days, and send what is due where there is a mail server, as the server does each hour')
    .option('--json', 'one JSON document on stdout', false)
    .action(async ({ json }: { json: boolean }) => {
      const { runUpkeep } = await import('../app/workgroup/upkeep.ts');
      const done = await withStore((store) => runUpkeep(store, config()));
      if (json) printJson(done);
      else
        print(
          `${counted(done.deleted, 'expired contact')} deleted, ${counted(done.sent, 'message')} sent${done.sends ? '' : ' (CODMAP_SMTP_URL is not set)'}.`,
        );
    });

  command('adopt')
    .description('tie together a database and a folder of files that do not have the same identity')
    .option('--yes', 'do it; without it, only what would be tied together is shown', false)
    .option('--json', 'one JSON document on stdout', false)
    .action(async ({ yes, json }: { yes: boolean; json: boolean }) => {
      const { adoptStore, formatAdoption } = await import('./adopt.ts');
      const done = await adoptStore(config(), yes);
      if (json) printJson(done);
      else print(formatAdoption(done));
    });

  command('invite')
    .description(
      'make a link with which someone becomes an administrator, or a member with a role in a group, once; also for an administrator who forgot the password',
    )
    .addOption(new Option('--group <scope/group>', 'the group, for example SLE/gis or global/imwg; without it an administrator is invited').argParser(groupOf))
    .addOption(new Option('--role <role>', 'role in that group').choices(APPOINTMENT_ROLES))
    .option('--email <address>', 'only who has this address may use the link')
    .action(async ({ group, role, email }: { group?: Omit<InvitedTo, 'role'>; role?: AppointmentRole; email?: string }) => {
      if ((group === undefined) !== (role === undefined))
        throw new CommanderError(USAGE, 'codmap.invite', 'Give both --group and --role, or neither for an administrator.');
      const { inviteMember } = await import('./invite.ts');
      const bound = email === undefined ? {} : { email: toEmail(email) };
      print(await inviteMember(config(), group && role ? { role: 'member', appointment: { ...group, role }, ...bound } : { role: 'admin', ...bound }, note));
    });
}

/** A draft that was never public goes, and its version is free again. */
function addDiscardCommand({ command, withStore, print, printJson }: Tools): void {
  command('discard')
    .description('discard a draft that was never public; its version number becomes free again')
    .argument('<dataset@version>', 'for example 3w-sle@v02', reference)
    .option('--json', 'one JSON document on stdout', false)
    .action(async ({ dataset, version }: Reference, { json }: { json: boolean }) => {
      if (version === 'current') throw new CommanderError(USAGE, 'codmap.discard', `Name the draft: ${dataset}@v02`);
      await withStore(({ datasets }) => datasets.discardVersion(dataset, version, COMMAND_LINE));
      if (json) printJson({ dataset, version, status: 'discarded' });
      else print(`${dataset} ${version} was discarded; its version number is free again.`);
    });
}

/** `SLE/gis`. */
function groupOf(text: string): Omit<InvitedTo, 'role'> {
  const [first = '', second = ''] = text.split('/');
  const [scope, group] = [scopeSchema.safeParse(first), groupId.safeParse(second)];
  if (!scope.success || !group.success) throw new InvalidArgumentError('a country or global, a slash, and the id of a group: SLE/gis');
  return { scope: scope.data, group: group.data };
}

function toEmail(text: string): string {
  const read = emailSchema.safeParse(text);
  if (!read.success) throw new CommanderError(USAGE, 'codmap.invite', `${text} is not an e-mail address.`);
  return read.data;
}
