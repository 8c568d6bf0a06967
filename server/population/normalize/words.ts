/** Words of headings and cells of population tables: English, French, Spanish, Portuguese, Arabic, Persian, Russian, Ukrainian, Turkish. */
import { foldHeading } from '../../boundaries/normalize/columns.ts';

/** As headings are read: without accents and marks, in lower case. */
const folded = (list: string): string[] => list.trim().split(/\s+/u).map(foldHeading).filter(Boolean);

export const SEXES: Readonly<Record<string, 'f' | 'm' | 't'>> = Object.fromEntries(
  (
    [
      [
        'f',
        `f female females femme femmes feminin feminine femenino femenina feminino feminina mujer mujeres mulher mulheres woman women girl girls fille filles nina ninas
         menina meninas rapariga raparigas fem tf fl أنثى إناث الإناث الأنثى نساء النساء زن زنان женщина женщины женщин женский женская женское жен жінка жінки жінок жіночий жіноча kadın kadin`,
      ],
      [
        'm',
        `m male males homme hommes masculin masculine masculino masculina hombre hombres homem homens man men boy boys garcon garcons menino meninos rapaz rapazes
         masc tm ml ذكر ذكور الذكور الذكر رجال الرجال مرد مردان мужчина мужчины мужчин мужской мужская мужское муж чоловік чоловіки чоловіків чоловічий чоловіча erkek`,
      ],
      [
        't',
        `t tl tt total totals totale totaux both bothsexes all ensemble gesamt ambos المجموع مجموع الإجمالي إجمالي اجمالي الكلي الجنسين всего итого оба обоего усього всього
         разом обидві обох toplam`,
      ],
    ] as const
  ).flatMap(([sex, list]) => folded(list).map((word) => [word, sex] as const)),
);

/** The age before it and what is above. */
export const OPEN = new Set(['+', ...folded('plus over above mas older etplus mais أكثر فأكثر فوق старше старші більше больше')]);
/** Below the age that follows it; behind an age ("15 and under") up to that age. */
export const UNDER = new Set(['<', ...folded('under moins menos below u أقل دون до младше менше меньше молодше')]);

/** Words that say that a column counts people. */
export const PEOPLE = new Set(
  folded(
    'pop popn population poblacion populacao habitants habitantes value valeur effectif effectifs efectivo efectivos السكان سكان سكاني جمعیت نفوس население населения населению населення численность численности чисельність nüfus nüfusu',
  ),
);
/** Words for an age: beside one a single number is an age. */
export const AGE = new Set(folded('age aged ages edad edades idade idades العمر возраст возрасте вік'));
/** Words that say only that a column counts people, or of what age unit. */
export const FILLERS = new Set([
  ...PEOPLE,
  ...folded(
    `people persons person personnes personas pessoas individuals individus sum nb no number nombre numero de des du da do das dos of the la le les el los las et and y e or a to than que
     ans an anos ano years year yrs yr age aged ages edad edades idade idades grp group groupe sexes est estimate estimated proj projected projection sex sexe sexo
     و وما in at as عدد نسمة شخص أشخاص الأشخاص كلا سنة سنوات عام العمر الفئة العمرية من إلى حتى فما سال نفر
     и в у та і до человек чел лица лиц лет года год пола полов количество число том числе от возраст возрасте осіб особи років роки статі статей кількість тому числі вік віком`,
  ),
]);

/** Words for people of an age, which say nothing more beside the age. */
export const OF_AGE =
  /^(enfant|child|kid|adult|age|elder|vieux|vieil|senior|jeune|youth|young|adolesc|infant|bebe|nourrisson|crianca|idoso|anciano|اطفال|طفل|الاطفال|مسن|كبار|شباب|كودكان|дет|діт|взросл|доросл|пожил|літн|молод)/u;
/** Words for groups that are no age band but belong to a population table. */
export const GROUPS =
  /^(ninos?|wra|cbaw|preg|enceinte|embaraz|gravid|lactat|allait|disab|handicap|discap|deficien|pwd|idp|pdi|deplace|displac|desplaz|desloc|refug|returnee|retourne|retorn|migrant|host|hote|urban|urbain|rural|nomad|نازح|النازح|لاجي|اللاجي|عايد|العايد|حامل|حوامل|الحوامل|معاق|беженц|біженц|впл|впо|переселен|внутренне|внутрішньо|инвалид|інвалід|беремен|вагітн|городск|міськ|сельск|сільськ)/u;
/** Ages in months. */
export const MONTHS_OF_AGE = new Set(folded('month months mois mes meses mths mth شهر أشهر شهرا месяц месяца месяцев місяць місяці місяців'));
/** A share is no number of people. */
export const SHARES = new Set(
  folded(
    'pct perc percent percentage pourcentage porcentaje porcentagem percentagem share proportion part ratio rate taux tasa taxa نسبة معدل процент доля відсоток відсотків частка',
  ),
);
/** Densities, ratios, sizes and areas are no counts: those of two units are not added. */
export const DERIVED =
  /densi|ratio|rate\b|percent|proportion|average|mean\b|median|household.?size|per.?km|sq.?km|km2|km²|taux|pourcent|moyen|tasa|porcentaje|promedio|taxa|percentagem|m[eé]dia\b|كثافة|نسبة|معدل|متوسط|مساحة/iu;
