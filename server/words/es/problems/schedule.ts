/** The same as in problems.ts, of the data schedule. */
import type en from '../../en/problems/schedule.ts';

export default {
  'problem.schedule.cadence': 'Los datos vencen cada cierto número de días o en fechas fijas, no ambas cosas.',
  'problem.schedule.changed': 'Alguien cambió esta entrada mientras tanto. Recargue la página y revísela.',
  'problem.schedule.dataset': 'No existe aquí ese conjunto de datos de este país. Elija uno de la lista o dé una dirección.',
  'problem.schedule.day': 'El día del último cambio o de los últimos datos está en el futuro.',
  'problem.schedule.here': 'De un conjunto de datos de este servidor, las fechas y la sensibilidad vienen del propio conjunto. No las indique.',
  'problem.schedule.nothing': 'Aún no hay datos que confirmar.',
  'problem.schedule.organisation': 'La organización no está en el registro. Inscríbala primero.',
  'problem.schedule.rule': 'Los plazos se repiten por días, semanas o meses, por ejemplo FREQ=MONTHLY;BYDAY=1FR.',
  'problem.schedule.severe': 'Los datos de sensibilidad muy alta no se anuncian a todos: deje la entrada solo para los miembros.',
  'problem.schedule.title': 'Los datos que no están en la lista necesitan un nombre.',
  'problem.schedule.unknown': 'No existe esa entrada en el calendario de datos. Su página muestra las que hay.',
} satisfies Record<keyof typeof en, string>;
