// Spanish cues.
import type { CueList } from './cue-list.ts';

const APP = 'whatsapp*|wasap|guasap|telegram*|signal';

export const es: CueList = {
  plain: {
    met: [
      'nos conocimos|vimos|encontramos',
      'hablamos|charlamos|conversamos|coincidimos ..3 en|durante|sobre|ayer|del|de|despues',
      'gusto|placer|encantado|encantada ..3 conocerte|conocerle|conocerlo|conocerla|hablar|charlar ..4 en|durante|ayer|sobre',
      'nuestra conversacion|charla|reunion ..1 en|sobre|durante|de|ayer',
    ],
    worked_together: [
      'trabajamos|estudiamos|colaboramos ..2 juntos|juntas|en|con',
      'antiguo|antigua|ex companero|companera|colega|alumno|alumna|profesor',
      'companero|companera|companeros de ..2 universidad|clase|trabajo|facultad|master|equipo',
    ],
    interest: ['tu|su charla|articulo|libro|ponencia|conferencia|taller|tesis|presentacion ..1 sobre|en|de'],
    pitch: [
      'ayudo|ayudamos ..3 empresas|emprendedores|ceos|duenos|negocios|profesionales|agencias|directivos|pymes|coaches',
      'ayudo|ayudamos a ..5 escalar|aumentar|crecer|vender|generar',
      'mas clientes|ventas|leads|prospectos',
      'auditoria|demo|consultoria|sesion|asesoria|webinar|prueba ..1 gratis|gratuita|gratuito',
      'me|he ..2 encontre|encontrado|cruce|tope ..2 tu|su perfil',
      'vi tu|su perfil',
      'aumentar|escalar|hacer|multiplicar ..1 tus|sus|tu|su ventas|ingresos|negocio|facturacion',
      'sinergia*',
      'plazas|cupos limitadas|limitados',
      'ofrecemos ..5 soluciones|servicios',
    ],
    call_to_action: [
      'breve|corta|rapida|rapido llamada|reunion|charla|call',
      'llamada|reunion|charla ..1 breve|corta|rapida|de',
      'tienes|tiene|tendrias|tendria ..2 minutos|min',
      '10|15|20|30 minutos|min para|esta|de',
      'agendar|agendamos|reservar|programar ..2 llamada|reunion|cita|demo',
    ],
    recruiter: [
      'reclutador|reclutadora|reclutamiento|seleccion|headhunter',
      'oferta|vacante|puesto ..4 en|de|para',
      'oportunidad laboral|profesional',
      'estamos buscando|contratando',
      'tu|su perfil ..2 encaja|encajaria',
    ],
  },
  scam: {
    off_platform: [
      `escribe*|escriba*|agrega*|anade*|contacta*|habla*|hablemos|manda* ..4 por|en|al|a|via|mi ..1 ${APP}`,
      `mi|tu|su numero? ..1 de? ${APP}`,
      `me pasas|das|envias ..3 ${APP}`,
      'escribe*|escriba* ..3 mi correo|email|mail ..1 personal|privado',
    ],
    investment: [
      'ganancias|rentabilidad|beneficios|ingresos|retorno|retornos ..1 garantizad*|asegurad*',
      'inver* ..4 cripto*|bitcoin*|forex',
      'cripto*|bitcoin*|forex ..2 inversion|inversiones|trading|ganancias|plataforma',
      'gana* ..5 al|por|cada dia|semana|diarios',
      'ingresos pasivos',
      'libertad financiera',
      'oportunidad de inversion',
      'duplica* tu|su dinero|inversion',
    ],
    money: [
      'tarjeta|tarjetas ..1 regalo',
      'envia*|manda*|presta* ..2 dinero',
      'tu|su|sus|tus datos|cuenta bancarios|bancaria',
      'western union',
      'oferta de? prestamo|prestamos',
      'herencia ..6 millones|dolares|euros',
    ],
    id_document: ['foto|copia|envia* ..3 tu|su pasaporte|dni|cedula|identificacion'],
    attachment: ['archivo|documento|pdf adjunto', 'ver|abre|abrir|revisa ..2 adjunto'],
    romance: [
      'hola ..1 guapa|guapo|hermosa|hermoso|linda|bonita|bella|carino|princesa',
      'eres|es ..2 guapa|guapo|hermosa|hermoso|bellisima|preciosa|sexy',
      'estas|eres soltera|soltero|casada|casado',
      'busco ..3 amor|pareja|seria|esposa|marido',
    ],
  },
  introducerBefore: [
    'me sugirio|recomendo|dijo|aconsejo|propuso|paso|dio|hablo|animo|comento',
    'nos presento|conecto',
    'sugirio|recomendo que',
  ],
  introducerAfter: [
    'por recomendacion|sugerencia|medio|parte de',
    'de parte de',
    'recomendado|recomendada|presentado|sugerido por',
    'nuestro|nuestra amigo|amiga|colega|contacto ..2 comun',
    'nuestro|nuestra amigo|amiga|colega',
  ],
  at: ['en', 'durante', 'el', 'la', 'los', 'las', 'de', 'del', 'tras'],
  stock: [
    'me gustaria anadirte a mi red profesional en linkedin',
    'me gustaria anadirte a mi red profesional de linkedin',
    'me gustaria anadirte a mi red profesional',
    'me gustaria agregarte a mi red profesional en linkedin',
    'me gustaria anadirle a mi red profesional en linkedin',
    'me gustaria unirme a tu red de linkedin',
    'me gustaria formar parte de tu red de linkedin',
    'quiero unirme a tu red de linkedin',
  ],
  filler:
    'hola buenos buenas dias tardes noches estimado estimada querido querida senor senora yo tu te usted ustedes nos me mi mis su sus tus nuestro a al de del en con y o el la los las un una por para que es muy gustaria quiero quisiera encantaria encantado encantada placer gusto conectar conexion contacto contactos red redes anadir anadirte agregar agregarte unirme perfil interesante intercambiar profesional profesionales linkedin gracias saludos saludo cordial cordiales mucho mas favor aceptar invitacion ampliar parece',
};
