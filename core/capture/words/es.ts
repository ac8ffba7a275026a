// Spanish.
import type { WordList } from './word-list.ts';

export const es: WordList = {
  met: 'conocí a|conocí|conocida|conocido|conocimos a|encontré a|encontrada|encontrado|coincidí con|hablé con|charlé con|me encontré con|vi a',
  event: 'durante|durante el|durante la|con motivo de|en el marco de',
  at: '',
  org: 'trabaja en|trabaja para',
  place: 'cerca de',
  where: 'en|en el|en la|en los|en las',
  introducer:
    'vía|via|a través de|por medio de|presentado por|presentada por|gracias a|mediante|recomendado por|recomendada por|de parte de|me presentó',
  unmarked: 'en contacto|en prácticas|en formación|en jefe|en residencia|en general',
  articles: 'el|la|los|las|un|una|unos|unas',
  fillers:
    'yo|y|el|la|los|las|un|una|con|él|ella|a|al|también|es|era|como|de|del|en|por|que|nos|le|he|hemos|lo',
  roles:
    'director|directora|gerente|gerenta|fundador|fundadora|cofundador|cofundadora|socio|socia|presidente|presidenta|responsable|ingeniero|ingeniera|desarrollador|desarrolladora|programador|programadora|diseñador|diseñadora|arquitecto|arquitecta|analista|consultor|consultora|investigador|investigadora|científico|científica|profesor|profesora|catedrático|catedrática|maestro|maestra|estudiante|becario|becaria|editor|editora|redactor|redactora|escritor|escritora|autor|autora|periodista|fotógrafo|fotógrafa|ilustrador|ilustradora|productor|productora|organizador|organizadora|contable|abogado|abogada|notario|notaria|enfermero|enfermera|médico|médica|farmacéutico|farmacéutica|empresario|empresaria|emprendedor|emprendedora|inversor|inversora|asesor|asesora|bibliotecario|bibliotecaria|librero|librera|impresor|impresora|encuadernador|encuadernadora|comercial|comprador|compradora|secretario|secretaria|asistente|autónomo|autónoma|alcalde|alcaldesa|traductor|traductora|técnico|técnica',
  roleStarts:
    'jefe|jefa|vicepresidente|vicepresidenta|encargado|encargada|coordinador|coordinadora|subdirector|subdirectora|delegado|delegada',
  eventWords:
    'congreso|feria|jornada|jornadas|encuentro|encuentros|conferencia|foro|festival|seminario|taller|cumbre|boda|cena|simposio|salón|fiesta|charla|exposición|semana',
  labels: {
    name: 'nombre|persona|quién',
    title: 'cargo|puesto|título|función',
    org: 'empresa|organización|compañía',
    email: 'correo|e-mail|email|mail',
    tel: 'tel|teléfono|móvil|celular',
    url: 'web|enlace|sitio',
    event: 'evento|acto',
    place: 'lugar|ciudad|dónde',
    date: 'fecha|cuándo|día',
    introducer: 'presentado por|presentada por|por',
    tag: 'etiqueta|tag',
    note: 'nota|notas|tema|observación',
  },
  days: {
    today: 'hoy|esta mañana|esta tarde|esta noche|hoy mismo',
    yesterday: 'ayer|anoche|ayer por la tarde|ayer por la mañana|ayer por la noche|ayer tarde',
    dayBeforeYesterday: 'anteayer|antes de ayer|antier|antes de anoche',
    weekdays: ['lunes|lun', 'martes', 'miércoles|mié', 'jueves|jue', 'viernes|vie', 'sábado|sáb', 'domingo'],
    last: 'pasado|pasada|último|última|anterior',
    thisOne: 'este|esta',
    next: 'próximo|próxima|siguiente|que viene',
    agoBefore: 'hace',
    agoAfter: 'atrás',
    numbers: [
      'un|una|uno',
      'dos|un par de',
      'tres',
      'cuatro',
      'cinco',
      'seis',
      'siete',
      'ocho',
      'nueve',
      'diez',
    ],
    day: 'día|días',
    week: 'semana|semanas',
    month: 'mes|meses',
    year: 'año|años',
    on: 'el|del|desde el|el día|día|la',
    within: 'en|durante|a principios de|a finales de|a mediados de',
    of: 'de|del',
  },
};
