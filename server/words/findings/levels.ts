/** Texts of family B: how the levels agree with each other. */
import type { Messages } from '../text.ts';

export const LEVEL_MESSAGES: Messages = {
  'levels.orphan': {
    title: { en: 'No parent on the map', fr: 'Sans parent sur la carte', es: 'Sin padre en el mapa', ar: 'بلا أصل على الخريطة' },
    text: {
      en: '{count, plural, one {# unit} other {# units}} of admin level {level} {count, plural, one {shares} other {share}} no area with any unit of level {parent}; add the missing parent or move the unit.',
      fr: 'Niveau {level} : {count, plural, one {# unité} other {# unités}} sans surface commune avec une unité du niveau {parent} ; ajoutez le parent manquant ou déplacez l’unité.',
      es: 'Nivel {level}: {count, plural, one {# unidad} other {# unidades}} sin superficie común con ninguna unidad del nivel {parent}; añada el padre que falta o mueva la unidad.',
      ar: 'المستوى {level}: وحدات لا تشترك في أي مساحة مع وحدات المستوى {parent} (عدد الوحدات: {count})؛ أضيفوا الأصل الناقص أو انقلوا الوحدة.',
    },
  },
  'levels.crosser': {
    title: { en: 'Outside its parent', fr: 'Dépasse de son parent', es: 'Sale de su padre', ar: 'يتجاوز أصله' },
    text: {
      en: '{count, plural, one {# unit} other {# units}} of admin level {level} {count, plural, one {reaches} other {reach}} beyond {count, plural, one {its} other {their}} level {parent} parent, {area} m² in all; dissolve level {parent} from level {level}, so that borders coincide.',
      fr: 'Niveau {level} : {count, plural, one {# unité} other {# unités}} dépassant de leur parent de niveau {parent}, {area} m² en tout ; produisez le niveau {parent} par fusion du niveau {level} pour que les limites coïncident.',
      es: 'Nivel {level}: {count, plural, one {# unidad} other {# unidades}} que salen de su padre de nivel {parent}, {area} m² en total; obtenga el nivel {parent} disolviendo el nivel {level} para que los límites coincidan.',
      ar: 'المستوى {level}: وحدات تتجاوز أصلها في المستوى {parent} (عدد الوحدات: {count})، ومجموع التجاوز {area} م²؛ استخرجوا المستوى {parent} بدمج المستوى {level} لتتطابق الحدود.',
    },
  },
  'levels.crosser-trace': {
    title: { en: 'Trace outside its parent', fr: 'Trace hors du parent', es: 'Traza fuera del padre', ar: 'أثر خارج الأصل' },
    text: {
      en: '{count, plural, one {# unit} other {# units}} of admin level {level} {count, plural, one {reaches} other {reach}} less than 1 m beyond {count, plural, one {its} other {their}} level {parent} parent, as two drawings of one border differ by rounding. Nothing needs to be done: level {parent} is published with the borders of the deepest complete level.',
      fr: 'Niveau {level} : {count, plural, one {# unité dépasse} other {# unités dépassent}} de moins de 1 m de leur parent de niveau {parent}, comme deux tracés d’une même limite diffèrent par l’arrondi. Rien à faire : le niveau {parent} est publié avec les limites du niveau complet le plus fin.',
      es: 'Nivel {level}: {count, plural, one {# unidad sale} other {# unidades salen}} menos de 1 m de su padre de nivel {parent}, como dos trazados de un límite difieren por el redondeo. No hay que hacer nada: el nivel {parent} se publica con los límites del nivel completo más profundo.',
      ar: 'المستوى {level}: وحدات تتجاوز أصلها في المستوى {parent} بأقل من متر (عدد الوحدات: {count})، كما يختلف رسمان لحد واحد بسبب التقريب. لا يلزم شيء: يُنشر المستوى {parent} بحدود أعمق مستوى كامل.',
    },
  },
  'levels.wrong-parent': {
    title: { en: 'In another parent', fr: 'Dans un autre parent', es: 'En otro padre', ar: 'داخل أصل آخر' },
    text: {
      en: '{count, plural, one {# unit} other {# units}} of admin level {level} {count, plural, one {states} other {state}} one parent but {count, plural, one {lies} other {lie}} for the greater part in another; correct the parent code or the geometry.',
      fr: 'Niveau {level} : {count, plural, one {# unité} other {# unités}} dont le parent déclaré n’est pas celui où se trouve la plus grande part ; corrigez le code du parent ou la géométrie.',
      es: 'Nivel {level}: {count, plural, one {# unidad} other {# unidades}} cuyo padre declarado no es aquel donde está la mayor parte; corrija el código del padre o la geometría.',
      ar: 'المستوى {level}: وحدات يخالف أصلها المذكور الأصل الذي يقع فيه معظمها (عدد الوحدات: {count})؛ صححوا رمز الأصل أو الشكل الهندسي.',
    },
  },
  'levels.border-apart': {
    title: {
      en: 'Borders of levels do not coincide',
      fr: 'Limites de niveaux non coïncidentes',
      es: 'Límites de niveles que no coinciden',
      ar: 'حدود المستويات غير متطابقة',
    },
    text: {
      en: 'The border of {count, plural, one {# unit} other {# units}} of admin level {level} runs more than 1 m from that of the level below for {length} km; dissolve the level from the lower one.',
      fr: 'Niveau {level} : la limite de {count, plural, one {# unité} other {# unités}} s’écarte de plus de 1 m de celle du niveau inférieur sur {length} km ; produisez ce niveau par fusion du niveau inférieur.',
      es: 'Nivel {level}: el límite de {count, plural, one {# unidad} other {# unidades}} se aparta más de 1 m del nivel inferior en {length} km; obtenga este nivel disolviendo el inferior.',
      ar: 'المستوى {level}: وحدات عددها {count} يبتعد حدها أكثر من متر عن حد المستوى الأدنى على طول {length} كم؛ استخرجوا هذا المستوى بدمج المستوى الأدنى.',
    },
  },
  'levels.area': {
    title: { en: 'Areas of levels differ', fr: 'Surfaces de niveaux différentes', es: 'Superficies de niveles distintas', ar: 'اختلاف مساحات المستويات' },
    text: {
      en: 'Admin level {level} covers {percent} % more or less area than level {parent}; find what is missing or twice, or dissolve the upper level from the lower one.',
      fr: 'Le niveau {level} couvre {percent} % de plus ou de moins que le niveau {parent} ; cherchez ce qui manque ou fait double emploi, ou produisez le niveau supérieur par fusion.',
      es: 'El nivel {level} cubre un {percent} % más o menos que el nivel {parent}; busque lo que falta o está repetido, u obtenga el nivel superior por disolución.',
      ar: 'تختلف مساحة المستوى {level} عن المستوى {parent} بنسبة {percent} %؛ ابحثوا عما ينقص أو يتكرر، أو استخرجوا المستوى الأعلى بالدمج.',
    },
  },
  'levels.unknown-parent': {
    title: {
      en: 'Parent code not in its layer',
      fr: 'Code parent absent de sa couche',
      es: 'Código de padre ausente de su capa',
      ar: 'رمز الأصل غير موجود في طبقته',
    },
    text: {
      en: '{count, plural, one {# unit} other {# units}} of admin level {level} {count, plural, one {states} other {state}} a level {parent} code that the level {parent} layer does not have; correct the code or add the parent.',
      fr: 'Niveau {level} : {count, plural, one {# unité} other {# unités}} avec un code de niveau {parent} absent de la couche de ce niveau ; corrigez le code ou ajoutez le parent.',
      es: 'Nivel {level}: {count, plural, one {# unidad} other {# unidades}} con un código de nivel {parent} que no está en la capa de ese nivel; corrija el código o añada el padre.',
      ar: 'المستوى {level}: وحدات تذكر رمزًا للمستوى {parent} غير موجود في طبقته (عدد الوحدات: {count})؛ صححوا الرمز أو أضيفوا الأصل.',
    },
  },
  'levels.no-parent': {
    title: { en: 'No parent code', fr: 'Sans code parent', es: 'Sin código de padre', ar: 'بلا رمز أصل' },
    text: {
      en: '{count, plural, one {# unit} other {# units}} of admin level {level} {count, plural, one {states} other {state}} no level {parent} code; fill it in.',
      fr: 'Niveau {level} : {count, plural, one {# unité} other {# unités}} sans code de niveau {parent} ; complétez-le.',
      es: 'Nivel {level}: {count, plural, one {# unidad} other {# unidades}} sin código de nivel {parent}; complételo.',
      ar: 'المستوى {level}: وحدات بلا رمز للمستوى {parent} (عدد الوحدات: {count})؛ أكملوه.',
    },
  },
  'levels.parent-name': {
    title: { en: 'Parent name differs', fr: 'Nom du parent différent', es: 'Nombre del padre distinto', ar: 'اسم الأصل مختلف' },
    text: {
      en: '{count, plural, one {# unit} other {# units}} of admin level {level} {count, plural, one {spells} other {spell}} the name of {count, plural, one {its} other {their}} level {parent} unit otherwise than the level {parent} layer; use one spelling.',
      fr: 'Niveau {level} : {count, plural, one {# unité} other {# unités}} écrivant le nom de l’unité de niveau {parent} autrement que la couche de ce niveau ; gardez une seule graphie.',
      es: 'Nivel {level}: {count, plural, one {# unidad} other {# unidades}} que escriben el nombre de su unidad de nivel {parent} de otro modo que la capa de ese nivel; use una sola grafía.',
      ar: 'المستوى {level}: وحدات تكتب اسم وحدتها في المستوى {parent} بغير ما في طبقته (عدد الوحدات: {count})؛ اعتمدوا كتابة واحدة.',
    },
  },
  'levels.childless': {
    title: { en: 'Parent without children', fr: 'Parent sans enfants', es: 'Padre sin hijos', ar: 'أصل بلا فروع' },
    text: {
      en: '{count, plural, one {# unit} other {# units}} of admin level {level} {count, plural, one {has} other {have}} no unit of level {child}; add the missing units, or say that level {child} is partial.',
      fr: 'Niveau {level} : {count, plural, one {# unité} other {# unités}} sans unité de niveau {child} ; ajoutez les unités manquantes ou indiquez que le niveau {child} est partiel.',
      es: 'Nivel {level}: {count, plural, one {# unidad} other {# unidades}} sin unidades de nivel {child}; añada las que faltan o indique que el nivel {child} es parcial.',
      ar: 'المستوى {level}: وحدات ليس لها فروع في المستوى {child} (عدد الوحدات: {count})؛ أضيفوا الوحدات الناقصة أو اذكروا أن المستوى {child} جزئي.',
    },
  },
  'levels.several-parents': {
    title: { en: 'Several parents', fr: 'Plusieurs parents', es: 'Varios padres', ar: 'أكثر من أصل' },
    text: {
      en: '{count, plural, one {# unit} other {# units}} of admin level {level} {count, plural, one {has} other {have}} rows with different level {parent} codes; a unit has one parent, so correct the codes.',
      fr: 'Niveau {level} : {count, plural, one {# unité} other {# unités}} dont les lignes portent différents codes de niveau {parent} ; une unité a un seul parent, corrigez les codes.',
      es: 'Nivel {level}: {count, plural, one {# unidad} other {# unidades}} cuyas filas llevan códigos de nivel {parent} distintos; una unidad tiene un solo padre, corrija los códigos.',
      ar: 'المستوى {level}: وحدات تحمل صفوفها رموزًا مختلفة للمستوى {parent} (عدد الوحدات: {count})؛ للوحدة أصل واحد، فصححوا الرموز.',
    },
  },
  'levels.reference': {
    title: { en: 'Differs from the reference', fr: 'Diffère de la référence', es: 'Difiere de la referencia', ar: 'يختلف عن المرجع' },
    text: {
      en: 'The country outline differs from the reference: {outside} km² outside it, {missing} km² of it not covered; compare them on the map.',
      fr: 'Le contour du pays diffère de la référence : {outside} km² en dehors, {missing} km² non couverts ; comparez sur la carte.',
      es: 'El contorno del país difiere de la referencia: {outside} km² fuera, {missing} km² sin cubrir; compárelos en el mapa.',
      ar: 'يختلف محيط البلد عن المرجع: {outside} كم² خارجه و{missing} كم² منه غير مغطاة؛ قارنوهما على الخريطة.',
    },
  },
};
