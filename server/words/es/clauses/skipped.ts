/** Why a check was not made. What to do is said where a person can do something about it. */
import type en from '../../en/clauses/skipped.ts';

export default {
  'clause.skipped.crashed': 'La comprobación no se pudo completar: {error}. Comuníquelo y adjunte el archivo; hasta entonces la versión no se puede publicar.',
  'clause.skipped.no-repair': 'Solo se comprueba cuando se repara; aquí no se reparó nada.',
  'clause.skipped.no-reference': 'No se indicó ningún contorno de referencia del país.',
  'clause.skipped.one-complete-level': 'La carga tiene un solo nivel completo, así que no hay nada que comparar.',
  'clause.skipped.one-level': 'La carga tiene un solo nivel, así que no hay nada que comparar.',
  'clause.skipped.no-adm0': 'La carga no tiene adm0.',
  'clause.skipped.no-stated-codes': 'Ningún nivel de la carga indica los códigos de otro.',
  'clause.skipped.no-published': 'No hay versión publicada con la que comparar.',
  'clause.skipped.not-in-m49': 'La lista M49 de las Naciones Unidas no contiene el país {country}.',
  'clause.skipped.no-subdivisions': 'ISO 3166-2 no enumera subdivisiones de {country}.',
  'clause.skipped.no-romanised-adm1': 'La carga no tiene adm1 con nombres romanizados.',
  'clause.skipped.no-capitals': 'La carga no tiene capa de capitales.',
  'clause.skipped.no-gazetteer': 'La carga no tiene nomenclátor.',
  'clause.skipped.no-boundaries': 'Aquí no hay límites (COD-AB) de este país con los que comparar. Publíquelos y vuelva a subir este archivo.',
  'clause.skipped.other-levels':
    'Los límites no tienen ninguno de los niveles administrativos de este archivo. Publique límites con esos niveles y vuelva a subir este archivo.',
  'clause.skipped.no-reference-total': 'No se indicó ningún total de referencia.',
  'clause.skipped.no-totals': 'Ningún nivel tiene totales.',
  'clause.skipped.no-age-bands': 'El archivo no tiene grupos de edad.',
  'clause.skipped.no-sexes': 'Ningún nivel tiene mujeres, hombres y total para una misma edad.',
  'clause.skipped.no-band-chain': 'Ningún sexo tiene un total y grupos de edad sin huecos ni solapes.',
  'clause.skipped.one-population-level': 'El archivo tiene un solo nivel.',
  'clause.skipped.years-differ': 'adm{level} es de {year}, adm{above} de {yearAbove}.',
  'clause.skipped.no-parents': 'adm{level} no indica a qué adm{above} pertenecen sus unidades. Añada la columna de códigos adm{above}.',
  'clause.skipped.no-place-boundaries':
    'Aquí no hay límites de este país con los que relacionar los lugares. Publique su COD-AB y vuelva a subir este archivo.',
  'clause.skipped.no-coordinates': 'el archivo no tiene columnas de coordenadas',
  'clause.skipped.no-people-column': 'Ninguna columna contiene números de personas alcanzadas.',
  'clause.skipped.few-columns': 'La tabla tiene muy pocas columnas para distinguir una fila repetida de dos actividades parecidas.',
} satisfies Record<keyof typeof en, string>;
