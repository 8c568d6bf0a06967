import type en from '../en/news.ts';

/** What feeds, notices and digests say of events. */
export default {
  'news.title': 'أخبار البيانات',
  'news.subtitle': 'إصدارات البيانات التي نُشرت أو سُحبت، وما تأخر.',
  'news.dataset': 'الأخبار: {data}، {country}',
  'news.published.again': 'عاد الإصدار {version} إصدارًا حاليًا منذ {date, day}.',
  'news.published.changes':
    'مقارنةً بالإصدار {against}: وحدات جديدة {added, number}، زالت {removed, number}، تغيّر اسمها {renamed, number}، تغيّر رمزها {recoded, number}، أُعيد رسمها {redrawn, number}.',
  'news.published.same': 'لا تختلف أي وحدة عن {against}.',
  'news.withdrawn': 'سُحب: {data}، {country}: {version}',
  'news.withdrawn.text': 'سُحب الإصدار {version} في {date, day}. لا تستخدمه بعد الآن.',
  'news.overdue': 'متأخر: {series}، {country}',
  'news.overdue.text': 'كان مطلوبًا في {day, day}.',
  'news.overdue.custodian': 'كان مطلوبًا في {day, day} من {custodian}.',
  'news.harvest.changed': 'تغيّر في مصدره: {source} ({country})',
  'news.harvest.changed.text': 'تغيّرت البيانات في المصدر.',
  'news.harvest.changed.draft': 'تغيّرت البيانات في المصدر؛ المسودة {version} بانتظار المراجعة.',
  'news.harvest.failed': 'تعذّر الجلب: {source} ({country})',
  'news.harvest.failed.text': 'يتعذّر جلب هذا المصدر منذ {date, day}. تبيّن صفحته السبب.',
  'news.harvest.source': 'مصدر',
  'news.webhook.disabled': 'أُوقف خطاف ويب: {host}',
  'news.webhook.disabled.text': 'لم يقبل {host} أي رسالة طوال خمسة أيام. أصلح المستقبِل ثم أعد تشغيل خطاف الويب.',
  'digest.subject': 'الجديد في Codmap: {day, day}',
  'digest.text': 'الجديد لك منذ {from, day}:',
  'digest.more': 'هناك المزيد، وتجده كله هنا:',
  'digest.all': 'كل أخبارك:',
  'digest.end': 'تصلك هذه الرسالة لأنك طلبتها على {host}. لإيقافها: {link}',
} satisfies Record<keyof typeof en, string>;
