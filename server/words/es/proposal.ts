/** The classification that is offered to a country that has none: why a kind of data is proposed so, and examples with | between them. */
export default {
  'proposal.boundaries.notes': 'Las publican organismos oficiales; no perjudican a nadie.',
  'proposal.boundaries.examples': 'Límites administrativos|P-codes y nombres de lugares|Costas y carreteras',
  'proposal.population.notes': 'Totales por zona, no sobre personas concretas.',
  'proposal.population.examples': 'Población por zona, sexo y edad|Proyecciones entre censos',
  'proposal.presence.notes':
    'Quién trabaja en qué zona. Súbalo a alta si nombrar a una organización pone en peligro a personas: entonces solo se publican recuentos.',
  'proposal.presence.examples': '3W por distrito y clúster|Número de organizaciones por zona',
  'proposal.figures.notes': 'Cifras de necesidades tal como las publica el plan de respuesta.',
  'proposal.figures.examples': 'Personas con necesidades por distrito|Gravedad por zona|Financiación del plan',
  'proposal.source-files.notes': 'Los archivos subidos suelen contener más de lo que se publica de ellos: nombres de contacto, observaciones.',
  'proposal.source-files.examples': 'Libros enviados por socios|Shapefiles tal como se subieron',
  'proposal.minutes.notes': 'Dicen quién dijo qué; públicas solo si el grupo lo decide.',
  'proposal.minutes.examples': 'Actas de reuniones|Listas de acciones|Borradores de planes',
  'proposal.contacts.notes': 'Datos personales del personal.',
  'proposal.contacts.examples': 'Listas de contactos de clústeres|Listas de puntos focales|Hojas de asistencia',
  'proposal.presence-points.notes': 'Un lugar exacto puede llevar a agresores hasta el personal y las personas que reciben ayuda.',
  'proposal.presence-points.examples': '3W con coordenadas|Puntos de distribución|Oficinas y residencias',
  'proposal.facilities.notes': 'Donde hay ataques, la ubicación de centros médicos expone al personal y a los pacientes.',
  'proposal.facilities.examples': 'Coordenadas de centros de salud|Escuelas usadas como refugio|Espacios seguros',
  'proposal.assessment-microdata.notes': 'Las respuestas individuales pueden conducir a hogares y personas, incluso sin nombres.',
  'proposal.assessment-microdata.examples': 'Respuestas de hogares|Listas de personas que reciben ayuda|Casos de protección',
};
