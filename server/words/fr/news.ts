import type en from '../en/news.ts';

/** What feeds, notices and digests say of events. */
export default {
  'news.title': 'Nouvelles des données',
  'news.subtitle': 'Versions de données publiées ou retirées, et ce qui est en retard.',
  'news.dataset': 'Nouvelles : {data}, {country}',
  'news.published.again': 'La version {version} est de nouveau la version actuelle depuis le {date, day}.',
  'news.published.changes':
    'Par rapport à {against} : unités nouvelles {added, number}, disparues {removed, number}, renommées {renamed, number}, avec un autre code {recoded, number}, redessinées {redrawn, number}.',
  'news.published.same': 'Aucune unité ne diffère de {against}.',
  'news.withdrawn': 'Retirée : {data}, {country} : {version}',
  'news.withdrawn.text': 'La version {version} a été retirée le {date, day}. Ne l’utilisez plus.',
  'news.overdue': 'En retard : {series}, {country}',
  'news.overdue.text': 'Attendu le {day, day}.',
  'news.overdue.custodian': 'Attendu le {day, day}, de {custodian}.',
  'news.harvest.changed': 'Modifié à la source : {source} ({country})',
  'news.harvest.changed.text': 'Les données à la source ont changé.',
  'news.harvest.changed.draft': 'Les données à la source ont changé ; le brouillon {version} attend d’être examiné.',
  'news.harvest.failed': 'Récupération impossible : {source} ({country})',
  'news.harvest.failed.text': 'Depuis le {date, day}, cette source ne peut pas être récupérée. Sa page dit pourquoi.',
  'news.harvest.source': 'une source',
  'news.webhook.disabled': 'Un webhook a été désactivé : {host}',
  'news.webhook.disabled.text': '{host} n’a accepté aucun message pendant cinq jours. Corrigez le récepteur, puis réactivez le webhook.',
  'digest.subject': 'Nouveautés dans Codmap : {day, day}',
  'digest.text': 'Ce qui est nouveau pour vous depuis le {from, day} :',
  'digest.more': 'Il y en a davantage ; tout se trouve ici :',
  'digest.all': 'Toutes vos nouvelles :',
  'digest.end': 'Vous recevez ce message parce que vous l’avez demandé sur {host}. Pour ne plus en recevoir : {link}',
} satisfies Record<keyof typeof en, string>;
