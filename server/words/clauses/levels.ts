/** Details of family B: how the levels agree. */
import type { Text } from '../text.ts';

export const levelClauses = {
  'levels.in-none': {
    en: '{unit} lies in no adm{parent} unit',
    fr: '{unit} ne se trouve dans aucune unité adm{parent}',
    es: '{unit} no está en ninguna unidad adm{parent}',
    ar: '{unit} لا يقع في أي وحدة من adm{parent}',
  },
  'levels.reaches-out': {
    en: '{unit} reaches out of {parent} by {area, m2} ({percent, figure} %), up to {width, m} wide',
    fr: '{unit} dépasse de {parent} de {area, m2} ({percent, figure} %), jusqu’à {width, m} de large',
    es: '{unit} sale de {parent} en {area, m2} ({percent, figure} %), de hasta {width, m} de ancho',
    ar: '{unit} يتجاوز {parent} بمقدار {area, m2} ({percent, figure} %)، بعرض يصل إلى {width, m}',
  },
  'levels.lies-in': {
    en: '{unit} states {stated} but lies to {percent, figure} % in {actual}',
    fr: '{unit} indique {stated} mais se trouve à {percent, figure} % dans {actual}',
    es: '{unit} indica {stated}, pero está en un {percent, figure} % en {actual}',
    ar: '{unit} يذكر {stated} لكن {percent, figure} % منه يقع في {actual}',
  },
  'levels.runs-apart': {
    en: '{length, m} of the border of {unit} ({percent, figure} %) run apart from the level below',
    fr: '{length, m} de la limite de {unit} ({percent, figure} %) s’écartent du niveau inférieur',
    es: '{length, m} del límite de {unit} ({percent, figure} %) se apartan del nivel inferior',
    ar: '{length, m} من حد {unit} ({percent, figure} %) تبتعد عن المستوى الأدنى',
  },
  'levels.covers': {
    en: 'adm{level} covers {own, figure} km², adm{parent} {above, figure} km²',
    fr: 'adm{level} couvre {own, figure} km², adm{parent} {above, figure} km²',
    es: 'adm{level} cubre {own, figure} km², adm{parent} {above, figure} km²',
    ar: 'يغطي adm{level} {own, figure} كم²، وadm{parent} {above, figure} كم²',
  },
  'levels.outside-reference': {
    en: '{area, m2} outside the reference, up to {width, m} wide',
    fr: '{area, m2} hors de la référence, jusqu’à {width, m} de large',
    es: '{area, m2} fuera de la referencia, de hasta {width, m} de ancho',
    ar: '{area, m2} خارج المرجع، بعرض يصل إلى {width, m}',
  },
  'levels.missing-reference': {
    en: '{area, m2} of the reference not covered, up to {width, m} wide',
    fr: '{area, m2} de la référence non couverts, jusqu’à {width, m} de large',
    es: '{area, m2} de la referencia sin cubrir, de hasta {width, m} de ancho',
    ar: '{area, m2} من المرجع غير مغطاة، بعرض يصل إلى {width, m}',
  },
  'levels.states-unknown': {
    en: '{unit} states {stated}, which adm{parent} does not have',
    fr: '{unit} indique {stated}, que adm{parent} n’a pas',
    es: '{unit} indica {stated}, que adm{parent} no tiene',
    ar: '{unit} يذكر {stated}، وهو غير موجود في adm{parent}',
  },
  'levels.states-none': {
    en: '{unit} states no adm{parent} code',
    fr: '{unit} n’indique aucun code adm{parent}',
    es: '{unit} no indica código adm{parent}',
    ar: '{unit} لا يذكر رمز adm{parent}',
  },
  'levels.calls': {
    en: '{unit} calls {code} “{stated}”, its own layer “{expected}”',
    fr: '{unit} nomme {code} « {stated} », sa propre couche « {expected} »',
    es: '{unit} llama a {code} «{stated}», su propia capa «{expected}»',
    ar: '{unit} يسمي {code} «{stated}»، وطبقته تسميه «{expected}»',
  },
  'levels.has-none': {
    en: '{unit} has no adm{child} unit',
    fr: '{unit} n’a aucune unité adm{child}',
    es: '{unit} no tiene ninguna unidad adm{child}',
    ar: '{unit} بلا أي وحدة من adm{child}',
  },
  'levels.has-codes': {
    en: '{unit} has the adm{parent} codes {codes, list}',
    fr: '{unit} porte les codes adm{parent} {codes, list}',
    es: '{unit} lleva los códigos adm{parent} {codes, list}',
    ar: '{unit} يحمل رموز adm{parent}: {codes, list}',
  },
} satisfies Record<string, Text>;
