/** Words that stand in the column of the first level where an activity is of no part of the country. */
import { foldName } from './fold.ts';

const WHOLE_COUNTRY = new Set(
  `national|nationwide|national level|country wide|countrywide|whole country|country level|all over the country|throughout the country|all regions|all provinces|all governorates|all states|all districts|entire country|all country|national coverage
  |niveau national|national niveau|couverture nationale|ensemble du pays|tout le pays|toutes les regions|toutes les provinces|tous les departements|toutes les prefectures|a l echelle nationale|au niveau national|territoire national|echelle nationale
  |nacional|nivel nacional|a nivel nacional|cobertura nacional|todo el pais|nivel nacional|cobertura nacional|todo o pais|todas las regiones|todos los departamentos|todos los estados|todas as provincias|todo o territorio|nivel nacional|ambito nacional|ambito nacional
  |وطني|مستوى وطني|كل البلد|جميع المناطق|كل المناطق|عموم البلاد|المستوى الوطني|على المستوى الوطني|جميع المحافظات|كل المحافظات|كافه المحافظات|كل البلاد|جميع انحاء البلاد|تغطيه وطنيه
  |вся украина|национальный|национальный уровень|вся страна|вся країна|національний рівень`
    .split('|')
    .map((text) => foldName(text)),
);

export const isWholeCountry = (name: string): boolean => WHOLE_COUNTRY.has(foldName(name));
