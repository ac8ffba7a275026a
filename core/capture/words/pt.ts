// Portuguese.
import type { WordList } from './word-list.ts';

export const pt: WordList = {
  met: 'conheci a|conheci o|conheci|conhecido|conhecida|conhecemos|encontrei a|encontrei o|encontrei|encontrado|encontrada|falei com|conversei com|vi a|vi o',
  event: 'durante|durante o|durante a|por ocasião de|por ocasião do|por ocasião da',
  at: '',
  org: 'trabalha na|trabalha no|trabalha em|trabalha para',
  place: 'perto de',
  where: 'em|no|na|nos|nas',
  introducer:
    'via|através de|através do|através da|por meio de|apresentado por|apresentada por|apresentado pelo|apresentado pela|apresentada pelo|apresentada pela|graças a|graças ao|graças à|por intermédio de|indicado por|indicada por|recomendado por|recomendada por',
  unmarked: 'em contacto|em contato|em formação|em chefe|no entanto|em geral',
  articles: 'o|a|os|as|um|uma',
  fillers: 'eu|e|o|a|os|as|um|uma|com|ele|ela|também|é|era|como|de|do|da|em|no|na|por|que|nós|lhe',
  roles:
    'diretor|diretora|director|directora|gerente|gestor|gestora|fundador|fundadora|cofundador|cofundadora|sócio|sócia|presidente|presidenta|responsável|engenheiro|engenheira|desenvolvedor|desenvolvedora|programador|programadora|designer|arquiteto|arquiteta|analista|consultor|consultora|pesquisador|pesquisadora|investigador|investigadora|cientista|professor|professora|estudante|estagiário|estagiária|editor|editora|redator|redatora|escritor|escritora|autor|autora|jornalista|fotógrafo|fotógrafa|ilustrador|ilustradora|produtor|produtora|organizador|organizadora|contador|contadora|contabilista|advogado|advogada|enfermeiro|enfermeira|médico|médica|farmacêutico|farmacêutica|empresário|empresária|empreendedor|empreendedora|investidor|investidora|bibliotecário|bibliotecária|livreiro|livreira|impressor|impressora|encadernador|encadernadora|comercial|comprador|compradora|secretário|secretária|assistente|autônomo|autônoma|prefeito|prefeita|tradutor|tradutora|técnico|técnica',
  roleStarts:
    'chefe|vice-presidente|coordenador|coordenadora|encarregado|encarregada|subdiretor|subdiretora|líder',
  eventWords:
    'feira|congresso|encontro|encontros|conferência|salão|festival|seminário|oficina|fórum|cúpula|cimeira|jantar|casamento|jornadas|simpósio|festa|palestra|exposição|semana|bienal',
  labels: {
    name: 'nome|pessoa|quem',
    title: 'cargo|função|título',
    org: 'empresa|organização|companhia',
    email: 'e-mail|email|mail|correio',
    tel: 'tel|telefone|telemóvel|celular',
    url: 'site|web|ligação|link',
    event: 'evento|ocasião',
    place: 'local|lugar|cidade|onde',
    date: 'data|quando|dia',
    introducer: 'apresentado por|apresentada por|por',
    tag: 'etiqueta|tag',
    note: 'nota|notas|tema|assunto',
  },
  days: {
    today: 'hoje|esta manhã|esta tarde|esta noite|hoje de manhã|hoje à tarde|hoje à noite',
    yesterday: 'ontem|ontem à noite|ontem de manhã|ontem à tarde',
    dayBeforeYesterday: 'anteontem|antes de ontem',
    weekdays: [
      'segunda-feira|segunda|seg',
      'terça-feira|terça',
      'quarta-feira|quarta',
      'quinta-feira|quinta',
      'sexta-feira|sexta',
      'sábado|sáb',
      'domingo',
    ],
    last: 'passado|passada|último|última|anterior',
    thisOne: 'este|esta|neste|nesta',
    next: 'próximo|próxima|seguinte|que vem',
    agoBefore: 'há|faz',
    agoAfter: 'atrás',
    numbers: ['um|uma', 'dois|duas', 'três', 'quatro', 'cinco', 'seis', 'sete', 'oito', 'nove', 'dez'],
    day: 'dia|dias',
    week: 'semana|semanas',
    month: 'mês|meses',
    year: 'ano|anos',
    on: 'no dia|dia|em|no|na|a|desde',
    within: 'em|durante|no início de|no fim de',
    of: 'de|do',
  },
};
