/** Texts of family T: overlaps, gaps, slits. */
import type en from '../../en/findings/topology.ts';

export default {
  'finding.topology.overlap.title': 'Sobreposição',
  'finding.topology.overlap':
    '{count, plural, one {# par de unidades sobrepõe-se} other {# pares de unidades sobrepõem-se}} no nível {level}, {area, m2} no total, por isso este terreno pertence a duas unidades. Decida para cada lugar a que unidade pertence, retire-o da outra no seu SIG com o encaixe activado, e carregue de novo.',
  'finding.topology.overlap-trace.title': 'Vestígio de sobreposição',
  'finding.topology.overlap-trace':
    '{count, plural, one {# par de unidades sobrepõe-se} other {# pares de unidades sobrepõem-se}} em menos de 1 m² ou 1 cm de largura no nível {level}, por causa do arredondamento das coordenadas: não é um litígio real nem se vê num mapa. Não é preciso fazer nada; para o retirar, encaixe os dois limites um no outro num SIG.',
  'finding.topology.gap-sliver.title': 'Lacuna muito estreita',
  'finding.topology.gap-sliver':
    '{count, plural, one {# lacuna} other {# lacunas}} até 10 m de largura entre unidades do nível {level}; nenhum terreno é tão estreito, feche-{count, plural, one {a} other {as}} encaixando os limites.',
  'finding.topology.gap-narrow.title': 'Lacuna estreita',
  'finding.topology.gap-narrow':
    '{count, plural, one {# lacuna estreita} other {# lacunas estreitas}} entre unidades do nível {level}; feche os erros de desenho, e aceite com um motivo as lacunas reais.',
  'finding.topology.gap-lake.title': 'Buraco: lago ou unidade em falta?',
  'finding.topology.gap-lake':
    '{count, plural, one {# buraco} other {# buracos}} no nível {level} que podem ser um lago, um enclave ou uma unidade em falta; aceite com um motivo, ou preencha.',
  'finding.topology.gap-trace.title': 'Vestígio de lacuna',
  'finding.topology.gap-trace':
    '{count, plural, one {# lacuna} other {# lacunas}} de menos de 1 m² ou 1 cm de largura no nível {level}, por causa do arredondamento das coordenadas, que não se {count, plural, one {vê} other {vêem}} num mapa. Não é preciso fazer nada; encaixar os limites num SIG fecha-{count, plural, one {a} other {as}}.',
  'finding.topology.slit.title': 'Fenda aberta para o exterior',
  'finding.topology.slit':
    '{count, plural, one {# par de unidades deixa} other {# pares de unidades deixam}} uma fenda até 10 m de largura entre si no nível {level}, aberta para o exterior; feche-a encaixando os limites, a menos que seja uma enseada real.',
  'finding.topology.unshared-vertex.title': 'Vértices não partilhados',
  'finding.topology.unshared-vertex':
    '{count, plural, one {# par de vizinhos não partilha} other {# pares de vizinhos não partilham}} todos os vértices do limite comum no nível {level}, embora a linha seja a mesma. Não é preciso fazer nada para publicar; antes de editar o limite, acrescente os vértices (QGIS: Encaixar geometrias na camada), ou abre-se uma lacuna.',
  'finding.topology.area-changed.title': 'Área alterada pela reparação',
  'finding.topology.area-changed':
    'A reparação alterou a área de {count, plural, one {# unidade} other {# unidades}} do nível {level} em mais de 0,1%, ou eliminou-a; repare com uma tolerância menor ou corrija a unidade à mão.',
} satisfies Record<keyof typeof en, string>;
