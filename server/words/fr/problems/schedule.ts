/** The same as in problems.ts, of the data schedule. */
import type en from '../../en/problems/schedule.ts';

export default {
  'problem.schedule.cadence': 'Les données sont attendues soit tous les tant de jours, soit à dates fixes, pas les deux.',
  'problem.schedule.changed': 'Quelqu’un a modifié cette ligne entre-temps. Rechargez la page et vérifiez.',
  'problem.schedule.dataset': 'Ce jeu de données n’existe pas ici pour ce pays. Choisissez-en un dans la liste, ou donnez une adresse.',
  'problem.schedule.day': 'Le jour de la dernière modification ou des dernières données est dans le futur.',
  'problem.schedule.here': 'Pour un jeu de données de ce serveur, les dates et la sensibilité viennent du jeu lui-même. Ne les indiquez pas.',
  'problem.schedule.nothing': 'Il n’y a pas encore de données à confirmer.',
  'problem.schedule.organisation': 'L’organisation n’est pas dans le registre. Inscrivez-la d’abord.',
  'problem.schedule.rule': 'Les échéances se répètent par jours, semaines ou mois, par exemple FREQ=MONTHLY;BYDAY=1FR.',
  'problem.schedule.severe': 'Des données de sensibilité très élevée ne sont pas annoncées à tous : réservez cette ligne aux membres.',
  'problem.schedule.title': 'Des données qui ne sont pas dans la liste ont besoin d’un nom.',
  'problem.schedule.unknown': 'Cette ligne n’existe pas dans le calendrier des données. Sa page montre celles qui existent.',
} satisfies Record<keyof typeof en, string>;
