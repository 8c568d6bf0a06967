/** Why a check was not made. What to do is said where a person can do something about it. */
import type en from '../../en/clauses/skipped.ts';

export default {
  'clause.skipped.crashed': 'A verificação não pôde ser concluída: {error}. Comunique-o e junte o ficheiro; até lá, a versão não pode ser publicada.',
  'clause.skipped.no-repair': 'Só se verifica depois de uma reparação; aqui nada foi reparado.',
  'clause.skipped.no-reference': 'Não foi indicado um contorno de referência do país.',
  'clause.skipped.one-complete-level': 'O carregamento tem um só nível completo, por isso não há nada a comparar.',
  'clause.skipped.one-level': 'O carregamento tem um só nível, por isso não há nada a comparar.',
  'clause.skipped.no-adm0': 'O carregamento não tem adm0.',
  'clause.skipped.no-stated-codes': 'Nenhum nível do carregamento indica os códigos de outro.',
  'clause.skipped.no-published': 'Não há versão publicada com que comparar.',
  'clause.skipped.not-in-m49': 'A lista UN M49 não inclui o país {country}.',
  'clause.skipped.no-subdivisions': 'A ISO 3166-2 não indica subdivisões de {country}.',
  'clause.skipped.no-romanised-adm1': 'O carregamento não tem adm1 com nomes romanizados.',
  'clause.skipped.no-capitals': 'O carregamento não tem camada de capitais.',
  'clause.skipped.no-gazetteer': 'O carregamento não tem dicionário toponímico.',
  'clause.skipped.no-boundaries': 'Não há aqui limites (COD-AB) deste país com que comparar. Publique-os e carregue este ficheiro de novo.',
  'clause.skipped.other-levels':
    'Os limites não têm nenhum dos níveis administrativos deste ficheiro. Publique limites com estes níveis e carregue este ficheiro de novo.',
  'clause.skipped.no-reference-total': 'Não foi indicado um total de referência.',
  'clause.skipped.no-totals': 'Nenhum nível tem totais.',
  'clause.skipped.no-age-bands': 'O ficheiro não tem grupos etários.',
  'clause.skipped.no-sexes': 'Nenhum nível tem mulheres, homens e total para a mesma idade.',
  'clause.skipped.no-band-chain': 'Nenhum sexo tem um total e grupos etários sem lacuna nem sobreposição.',
  'clause.skipped.one-population-level': 'O ficheiro tem um só nível.',
  'clause.skipped.years-differ': 'adm{level} é de {year}, adm{above} de {yearAbove}.',
  'clause.skipped.no-parents': 'adm{level} não diz a que adm{above} pertencem as suas unidades. Acrescente a coluna de códigos adm{above}.',
  'clause.skipped.no-place-boundaries': 'Não há aqui limites deste país a que associar os lugares. Publique o seu COD-AB e carregue este ficheiro de novo.',
  'clause.skipped.no-coordinates': 'o ficheiro não tem colunas de coordenadas',
  'clause.skipped.no-people-column': 'Nenhuma coluna contém números de pessoas alcançadas.',
  'clause.skipped.few-columns': 'A tabela tem poucas colunas para distinguir uma linha repetida de duas actividades semelhantes.',
} satisfies Record<keyof typeof en, string>;
