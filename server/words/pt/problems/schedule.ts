/** The same as in problems.ts, of the data schedule. */
import type en from '../../en/problems/schedule.ts';

export default {
  'problem.schedule.cadence': 'Os dados são devidos de tantos em tantos dias ou em dias fixos, não ambos.',
  'problem.schedule.changed': 'Alguém alterou esta entrada entretanto. Recarregue a página e verifique.',
  'problem.schedule.dataset': 'Não existe aqui esse conjunto de dados deste país. Escolha um da lista ou indique um endereço.',
  'problem.schedule.day': 'O dia da última alteração ou dos últimos dados ainda não chegou.',
  'problem.schedule.here': 'De um conjunto de dados deste servidor, as datas e a sensibilidade vêm do próprio conjunto. Não as indique.',
  'problem.schedule.nothing': 'Ainda não há dados para confirmar.',
  'problem.schedule.organisation': 'A organização não está no registo. Inscreva-a primeiro.',
  'problem.schedule.rule': 'Os prazos repetem-se por dias, semanas ou meses, por exemplo FREQ=MONTHLY;BYDAY=1FR.',
  'problem.schedule.severe': 'Dados de sensibilidade muito alta não são anunciados a todos: deixe a entrada só para os membros.',
  'problem.schedule.title': 'Dados que não estão na lista precisam de um nome.',
  'problem.schedule.unknown': 'Não existe essa entrada no calendário de dados. A página mostra as que há.',
} satisfies Record<keyof typeof en, string>;
