import type en from '../../en/interface/home.ts';

export default {
  'home.title': 'البلدان',
  'home.lead': 'مجموعات البيانات التشغيلية المشتركة (COD): الحدود والأسماء والرموز التي يتشاركها الجميع.',
  'home.filter': 'ابحث عن بلد',
  'home.loading': 'جارٍ تحميل البلدان…',
  'home.empty': 'لا توجد بلدان بعد',
  'home.empty.detail': 'انشر مجموعة بيانات للحدود وستظهر هنا.',
  'home.none': 'لا يوجد بلد يطابق «{query}». تحقق من الإملاء أو استخدم الرمز المكوّن من ثلاثة أحرف.',
  'home.units': '{units, number} في المستوى {level}',
  'home.updated': 'نُشر في {date}',
  'home.no-current': 'لا إصدار حالي',
  'home.unpublished': 'لم يُنشر بعد',
  'home.work': 'ما ينتظرك',
  'home.questions': '{count, plural, one {سؤال واحد عن ملفاتك} two {سؤالان عن ملفاتك} few {# أسئلة عن ملفاتك} many {# سؤالًا عن ملفاتك} other {# سؤال عن ملفاتك}}',
  'home.uploads':
    '{count, plural, one {رفع واحد لم يكتمل} two {عمليتا رفع لم تكتملا} few {# عمليات رفع لم تكتمل} many {# عملية رفع لم تكتمل} other {# عملية رفع لم تكتمل}}',
  'home.drafts': '{count, plural, one {مسودة واحدة لك} two {مسودتان لك} few {# مسودات لك} many {# مسودة لك} other {# مسودة لك}}',
  'home.review': '{count, plural, one {مسودة واحدة للمراجعة} two {مسودتان للمراجعة} few {# مسودات للمراجعة} many {# مسودة للمراجعة} other {# مسودة للمراجعة}}',
  'home.more': 'عرض المزيد ({count, number})',
  'home.asks': 'قوائم الاتصال',
  'home.asks.entry': 'بياناتك ({country}): هل هي صحيحة؟',
  'home.asks.still-right': 'بياناتك ({country}): هل ما زالت صحيحة؟',
  'home.asks.check-in': 'ينتهي تسجيل حضورك في {date, day}: {what}',
  'home.asks.links':
    '{country}: {count, plural, one {شخص واحد لم يؤكد؛ سلّمه رابطه} two {شخصان لم يؤكدا؛ سلّمهما رابطيهما} few {# أشخاص لم يؤكدوا؛ سلّمهم روابطهم} many {# شخصًا لم يؤكدوا؛ سلّمهم روابطهم} other {# شخص لم يؤكدوا؛ سلّمهم روابطهم}}',
  'home.asks.encoding': 'ما ترميز النص في الملف؟',
  'home.asks.crs': 'ما نظام إحداثيات الملف؟',
  'home.asks.organisations': 'أي عمود يذكر المنظمات؟',
  'home.asks.places': 'أي عمود يذكر الأماكن؟',
  'home.asks.levels': 'أي مستوى تحمله كل طبقة؟',
  'home.asks.personal': 'ماذا يُفعل بالبيانات الشخصية في الملف؟',
  'home.asks.coordinates': 'أي الأعمدة تحتوي على الإحداثيات؟',
  'home.failed': 'تعذّرت القراءة',
  'home.running': 'قيد القراءة',
  'home.files': '{count, plural, one {وملف واحد آخر} two {وملفان آخران} few {و# ملفات أخرى} many {و# ملفًا آخر} other {و# ملف آخر}}',
  'home.open': '{count, plural, one {سؤال مفتوح واحد} two {سؤالان مفتوحان} few {# أسئلة مفتوحة} many {# سؤالًا مفتوحًا} other {# سؤال مفتوح}}',
  'home.asked':
    '{count, plural, one {مسودة واحدة طُلبت مراجعتها من مجموعتك} two {مسودتان طُلبت مراجعتهما من مجموعتك} few {# مسودات طُلبت مراجعتها من مجموعتك} many {# مسودة طُلبت مراجعتها من مجموعتك} other {# مسودة طُلبت مراجعتها من مجموعتك}}',
  'home.assigned':
    '{count, plural, one {تعليق واحد مُسند إليك} two {تعليقان مُسندان إليك} few {# تعليقات مُسندة إليك} many {# تعليقاً مُسنداً إليك} other {# تعليقاً مُسنداً إليك}}',
  'home.until': 'حتى {date}',
  'home.coordination':
    '{count, plural, one {التنسيق: مجموعة واحدة} two {التنسيق: مجموعتان} few {التنسيق: # مجموعات} many {التنسيق: # مجموعة} other {التنسيق: # مجموعة}}',
} satisfies Record<keyof typeof en, string>;
