/** What calendars and feeds say around the meetings, versions, documents and decisions in them. */
import type en from '../en/calendar.ts';

export default {
  'calendar.name': 'Reuniones: {of}',
  'calendar.own': 'Mis reuniones: {of}',
  'calendar.members': 'Reuniones para miembros: {of}',
  'calendar.global': 'Coordinación mundial',
  'calendar.group': '{group}, {country}',
  'calendar.groups': '{count, plural, one {Grupo: {names, and}} many {Grupos: {names, and}} other {Grupos: {names, and}}}',
  'calendar.link': 'Unirse: {link}',
  'feed.title': 'Novedades: {of}',
  'feed.subtitle': 'Nuevas versiones de datos, documentos, reuniones y decisiones de los grupos.',
  'feed.version': '{data}, {country}: {version}',
  'feed.version.text': 'La versión {version} se publicó el {date, day}.',
  'feed.document': '{title} ({version})',
  'feed.document.text': '{group}, publicado el {date, day}.',
  'feed.meeting': 'Reunión: {title} ({groups, list})',
  'feed.meeting.next': 'Próxima: el {day, day} a las {time} ({zone}).',
  'feed.meeting.next.place': 'Próxima: el {day, day} a las {time} ({zone}), {place}.',
  'feed.meeting.cancelled': 'Cancelada: {title} ({groups, list})',
  'feed.meeting.cancelled.text': 'No se celebra a partir del {day, day}.',
  'feed.meeting.skipped': 'No se celebra el {day, day}.',
  'feed.meeting.moved': 'La reunión del {day, day} pasa al {to, day} a las {time}.',
  'feed.decision': 'Decisión de {group}: {text}',
  'feed.decision.text': 'Decidido por {group} el {date, day}: {text}',
} satisfies Record<keyof typeof en, string>;
