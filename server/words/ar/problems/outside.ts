/** The same as in problems.ts, of fetching from other servers. */
export default {
  'problem.outside.encoding': 'ما أرسله الخادم الآخر مضغوط بطريقة لا يمكن قراءتها هنا.',
  'problem.outside.large': 'أرسل الخادم الآخر أكثر مما يُقبل هنا، فأُوقف الاستلام.',
  'problem.outside.redirects': 'يعيد الخادم الآخر التوجيه مرات كثيرة. اذكر العنوان الذي توجد فيه البيانات.',
  'problem.outside.refused': 'لا يجلب هذا الخادم شيئًا من هذا العنوان: فقط عناوين `https` لخوادم يسمح بها المسؤول، وليس من داخل أي شبكة.',
  'problem.outside.slow': 'استغرق الخادم الآخر وقتًا أطول من اللازم. حاول لاحقًا.',
  'problem.outside.unreachable': 'تعذّر الوصول إلى الخادم الآخر. تحقّق من العنوان أو حاول لاحقًا.',
  'problem.outside.wait': 'طلب الخادم الآخر عدم الاتصال به لبعض الوقت.',
};
