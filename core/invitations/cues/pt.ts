// Portuguese cues, European and Brazilian.
import type { CueList } from './cue-list.ts';

const APP = 'whatsapp*|zap|telegram*|signal';

export const pt: CueList = {
  plain: {
    met: [
      'nos conhecemos|encontramos|vimos|falamos',
      'conhecemo|encontramo|vimo|falamo nos',
      'conversamos|falamos ..3 no|na|em|durante|sobre|ontem|depois|apos',
      'prazer|bom|gostei|otimo ..3 conhecer|conhece|falar|conversar|conhecelo|conhecela ..4 no|na|em|durante|ontem|sobre',
      'nossa conversa|reuniao ..1 no|na|em|sobre|durante|de|ontem',
    ],
    worked_together: [
      'trabalhamos|estudamos|colaboramos ..2 juntos|juntas|na|no|em|com',
      'antigo|antiga|ex colega|aluno|aluna|professor|professora',
      'colega|colegas de ..1 turma|curso|faculdade|trabalho|equipe|equipa',
    ],
    interest: ['sua|seu|tua|teu palestra|artigo|livro|apresentacao|tese|workshop|oficina ..1 sobre|no|na|em'],
    pitch: [
      'ajudo|ajudamos ..3 empresas|empreendedores|empresarios|ceos|profissionais|negocios|agencias|gestores|pmes',
      'ajudo|ajudamos ..3 a ..3 escalar|aumentar|crescer|vender|gerar',
      'mais clientes|vendas|leads|faturamento',
      'auditoria|demonstracao|demo|consultoria|sessao|diagnostico|webinar|teste ..1 gratis|gratuita|gratuito',
      'encontrei|vi|deparei ..2 seu|teu perfil',
      'aumentar|escalar|dobrar|multiplicar ..1 suas|seu|sua|tuas vendas|faturamento|negocio|receita',
      'sinergia*',
      'vagas limitadas',
      'oferecemos ..5 solucoes|servicos',
    ],
    call_to_action: [
      'breve|rapida|curta chamada|conversa|reuniao|call|ligacao',
      'chamada|conversa|reuniao|call|ligacao rapida|breve|curta',
      'tem|tens|teria|terias ..2 minutos|min',
      '10|15|20|30 minutos|min para|esta|de',
      'agendar|marcar|reservar ..2 chamada|conversa|reuniao|call|demo|horario',
    ],
    recruiter: [
      'recrutador|recrutadora|recrutamento|headhunter',
      'vaga|oportunidade ..2 emprego|na|no|para|aberta|profissional',
      'estamos contratando|recrutando|selecionando',
      'seu|teu perfil ..2 encaixa|adequado',
    ],
  },
  scam: {
    off_platform: [
      `chama*|chame|escrev*|adicion*|contact*|contat*|fala*|fale|manda*|mande ..4 no|pelo|por|via|meu ..1 ${APP}`,
      `meu|seu|teu numero? ..1 do|de? ${APP}`,
      `numero ..1 de|do|no? ${APP}`,
      'escrev* ..3 meu email|mail ..1 pessoal|privado|particular',
    ],
    investment: [
      'lucro|lucros|ganhos|retorno|retornos|rendimento|rendimentos ..1 garantid*|assegurad*',
      'invest* ..4 cripto*|bitcoin*|forex',
      'cripto*|bitcoin*|forex ..2 investimento|investimentos|trading|lucros|ganhos|plataforma',
      'ganhe|ganhar|lucrar|lucre ..5 por|ao dia|semana|mes',
      'renda passiva',
      'liberdade financeira',
      'oportunidade de investimento',
    ],
    money: [
      'cartao|cartoes|vale presente',
      'envi*|mand*|emprest* ..3 dinheiro',
      'seus|teus|sua|tua dados|conta bancarios|bancaria',
      'oferta de emprestimo',
      'western union',
      'heranca ..6 milhoes|euros|dolares|reais',
    ],
    id_document: ['foto|copia|envi* ..3 seu|sua|teu|tua passaporte|rg|cpf|identidade|documento'],
    attachment: ['em anexo', 'arquivo|ficheiro|documento anexo|anexado'],
    romance: [
      'oi|ola ..1 linda|lindo|gata|gato|querida|bela|princesa|amor',
      'voce e|es|tu ..2 linda|lindo|bonita|bonito|maravilhosa|sexy',
      'voce|es e? solteira|solteiro|casada|casado',
      'procuro|busco ..3 amor|serio|esposa|marido',
    ],
  },
  introducerBefore: [
    'me|sugeriu ..1 sugeriu|recomendou|indicou|disse|passou|deu|falou|aconselhou|que',
    'sugeriu|recomendou que',
    'nos apresentou|conectou',
    'apresentou|indicou nos|me',
    'recomendou|deu|disse me',
  ],
  introducerAfter: [
    'por recomendacao|indicacao|sugestao|intermedio de|do|da',
    'recomendado|indicado|apresentado|sugerido por|pelo|pela',
    'nosso|nossa amigo|amiga|colega|contato|contacto ..2 comum',
    'nosso|nossa amigo|amiga|colega',
  ],
  at: ['no', 'na', 'em', 'durante', 'do', 'da', 'apos', 'o', 'a'],
  stock: [
    'gostaria de adicionar voce a minha rede profissional no linkedin',
    'eu gostaria de adicionar voce a minha rede profissional no linkedin',
    'gostaria de adicionar voce a minha rede profissional',
    'gostaria de adiciona lo a minha rede profissional no linkedin',
    'gostaria de te adicionar a minha rede profissional no linkedin',
    'gostaria de o adicionar a minha rede profissional no linkedin',
    'gostaria de participar da sua rede do linkedin',
    'gostaria de fazer parte da sua rede no linkedin',
    'gostaria de entrar na sua rede do linkedin',
  ],
  filler:
    'oi ola bom boa dia tarde noite caro cara prezado prezada senhor senhora eu tu te voce voces nos me meu minha seu sua teu tua nosso a ao o os as um uma de do da dos das em no na com e ou por para que gostaria quero adoraria prazer feliz conectar conexao conexoes contato contatos contacto rede adicionar adiciona lo participar perfil interessante trocar profissional profissionais linkedin obrigado obrigada abraco abracos cumprimentos atenciosamente muito mais favor aceitar convite ampliar',
};
