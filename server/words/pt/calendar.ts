/** What calendars and feeds say around the meetings, versions, documents and decisions in them. */
import type en from '../en/calendar.ts';

export default {
  'calendar.name': 'Reuniões: {of}',
  'calendar.own': 'As minhas reuniões: {of}',
  'calendar.members': 'Reuniões para membros: {of}',
  'calendar.global': 'Coordenação global',
  'calendar.group': '{group}, {country}',
  'calendar.groups': '{count, plural, one {Grupo: {names, and}} many {Grupos: {names, and}} other {Grupos: {names, and}}}',
  'calendar.link': 'Participar: {link}',
  'feed.title': 'Novidades: {of}',
  'feed.subtitle': 'Novas versões de dados, documentos, reuniões e decisões dos grupos.',
  'feed.version': '{data}, {country}: {version}',
  'feed.version.text': 'A versão {version} foi publicada em {date, day}.',
  'feed.document': '{title} ({version})',
  'feed.document.text': '{group}, publicado em {date, day}.',
  'feed.meeting': 'Reunião: {title} ({groups, list})',
  'feed.meeting.next': 'Próxima: {day, day} às {time} ({zone}).',
  'feed.meeting.next.place': 'Próxima: {day, day} às {time} ({zone}), {place}.',
  'feed.meeting.cancelled': 'Cancelada: {title} ({groups, list})',
  'feed.meeting.cancelled.text': 'Não se realiza a partir de {day, day}.',
  'feed.meeting.skipped': 'Não se realiza em {day, day}.',
  'feed.meeting.moved': 'A reunião de {day, day} passa para {to, day} às {time}.',
  'feed.decision': 'Decisão de {group}: {text}',
  'feed.decision.text': 'Decidido por {group} em {date, day}: {text}',
} satisfies Record<keyof typeof en, string>;
