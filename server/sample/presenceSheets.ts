/** The sheets of a 3W workbook that are not the data: how to fill it in, and the hidden lists of its drop-downs. */
import type { Country } from './country.ts';
import { SECTORS } from './organisations.ts';
import type { SheetCell } from './xlsx.ts';

export function instructions(country: Country, period: string): SheetCell[][] {
  return [
    ['Comment remplir ce fichier'],
    [],
    ['1. Une ligne par activité, organisation et lieu.'],
    ['2. Choisir le cluster et le statut dans les listes déroulantes.'],
    ['3. Ne pas modifier les codes : ils se remplissent automatiquement.'],
    [`4. Envoyer avant le 5 du mois suivant. Période : ${period}.`],
    [],
    [`${country.name[0]} est un pays inventé ; les lieux et les organisations de ce fichier n'existent pas.`],
  ];
}

export function lists(country: Country): SheetCell[][] {
  const provinces = country.levels[1]!.units;
  const statuses = ['En cours', 'Clôturé', 'Planifié', 'Suspendu'];
  return [
    ['Clusters', 'Statuts', 'Provinces', 'Codes'],
    ...Array.from({ length: Math.max(SECTORS.length, provinces.length) }, (_, i): SheetCell[] => [
      SECTORS[i]?.fr ?? null,
      statuses[i] ?? null,
      provinces[i]?.name[0] ?? null,
      provinces[i]?.pcode ?? null,
    ]),
  ];
}
