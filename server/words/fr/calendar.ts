/** What calendars and feeds say around the meetings, versions, documents and decisions in them. */
import type en from '../en/calendar.ts';

export default {
  'calendar.name': 'Réunions : {of}',
  'calendar.own': 'Mes réunions : {of}',
  'calendar.members': 'Réunions pour les membres : {of}',
  'calendar.global': 'Coordination mondiale',
  'calendar.group': '{group}, {country}',
  'calendar.groups': '{count, plural, one {Groupe : {names, and}} many {Groupes : {names, and}} other {Groupes : {names, and}}}',
  'calendar.link': 'Rejoindre : {link}',
  'feed.title': 'Nouveautés : {of}',
  'feed.subtitle': 'Nouvelles versions de données, documents, réunions et décisions des groupes.',
  'feed.version': '{data}, {country} : {version}',
  'feed.version.text': 'La version {version} a été publiée le {date, day}.',
  'feed.document': '{title} ({version})',
  'feed.document.text': '{group}, publié le {date, day}.',
  'feed.meeting': 'Réunion : {title} ({groups, list})',
  'feed.meeting.next': 'Prochaine : le {day, day} à {time} ({zone}).',
  'feed.meeting.next.place': 'Prochaine : le {day, day} à {time} ({zone}), {place}.',
  'feed.meeting.cancelled': 'Annulée : {title} ({groups, list})',
  'feed.meeting.cancelled.text': 'N’a pas lieu à partir du {day, day}.',
  'feed.meeting.skipped': 'N’a pas lieu le {day, day}.',
  'feed.meeting.moved': 'La réunion du {day, day} est déplacée au {to, day} à {time}.',
  'feed.decision': 'Décision de {group} : {text}',
  'feed.decision.text': 'Décidé par {group} le {date, day} : {text}',
} satisfies Record<keyof typeof en, string>;
