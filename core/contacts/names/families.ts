// Family names by which one sees in which order, or how many words, a name is written. Common ones only; folded.

const set = (words: string) => new Set(words.split(' '));

/** Spanish, Portuguese and Galician: two of them at the end are one double family name. */
export const IBERIAN = set(
  'garcia martinez lopez gonzalez hernandez rodriguez perez sanchez ramirez torres flores rivera gomez diaz reyes morales ' +
    'cruz ortiz gutierrez chavez ramos ruiz alvarez mendoza vasquez vazquez castillo jimenez moreno romero herrera medina ' +
    'aguilar vargas castro fernandez guzman munoz mendez salazar soto delgado pena rojas rios vega leon sandoval guerrero ' +
    'contreras estrada ortega nunez maldonado dominguez dominguez santiago alvarado padilla silva espinoza espinosa marquez ' +
    'acosta campos santos valdez valdes juarez cervantes molina ayala navarro velasquez velazquez suarez cabrera figueroa ' +
    'fuentes serrano rosales mejia miranda cortez cortes lara ibarra pacheco montoya rosario solis bautista calderon ' +
    'escobar zamora camacho cardenas franco benitez lozano cisneros arias avila villarreal galvan trejo rangel duarte ' +
    'saavedra lorca blanco iglesias alonso gil marin sanz rubio molina hidalgo prieto pascual crespo vidal carmona ferrer ' +
    'bolanos borges cardoso zapatero zapata bosch puig llosa neruda paz allende llorente quintero restrepo uribe gaviria ' +
    'santamaria echeverria arango mena pinto salinas galindo correa bermudez zuniga orozco ponce cordova cordoba tapia ' +
    'oliveira souza sousa pereira costa ferreira rodrigues almeida alves lima gomes ribeiro martins carvalho lopes soares ' +
    'fernandes vieira barbosa rocha dias nascimento andrade moreira nunes marques machado mendes freitas cardoso ramos ' +
    'goncalves santana teixeira araujo pinheiro moura cavalcanti monteiro correia azevedo macedo cunha coelho pires batista ' +
    'fonseca tavares melo barros campos amaral antunes morais moraes neves reis simoes borges henriques figueiredo matos',
);

/** Spanish given names before which one family name more is likelier than a second given name. */
export const IBERIAN_GIVEN = set(
  'juan jose antonio manuel francisco luis miguel javier carlos fernando rafael pedro jesus angel ramon vicente jaime enrique ' +
    'diego alejandro alberto andres sergio pablo jorge ricardo eduardo roberto raul ruben ignacio gonzalo guillermo alvaro ' +
    'maria carmen josefa isabel dolores pilar teresa mercedes rosario ana lucia elena cristina beatriz marta raquel rocio ' +
    'silvia yolanda pilar consuelo inmaculada esperanza guadalupe gabriela alejandra ximena jimena',
);

/** Chinese, in pinyin and in the spellings of Taiwan, Hong Kong and overseas. */
export const CHINESE = set(
  'wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he gao lin luo zheng liang xie song tang deng han ' +
    'feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren lv yao shen zhong cui tan wan ' +
    'fang liao zou xiong jin hao bai jia qiu qin shi gu hou shao meng long wan duan qian yin yan dai mo kong xiang chang ' +
    'mao deng xi lai wen pang fan le bao',
);

/** Chinese, in the spellings of Hong Kong, Macau and Taiwan that are not pinyin. */
export const CANTONESE = set(
  'wong chan leung cheung lau lam kwok yeung chow tsang cheng yip tse chu tsui kwan fung mak tam chiu szeto tsai hsu hsieh ' +
    'chiang chou tseng hsiao lai chung kwong poon yuen lui hui kwok siu lok mok tong ng lo',
);

/** Korean, in the usual spellings. */
export const KOREAN = set(
  'kim lee park choi jung jeong chung kang cho jo yoon yun jang chang lim im han oh seo suh shin kwon hwang ahn an song ' +
    'ryu yoo yu hong jeon jun ko go moon mun yang son sohn bae baek paik heo hur nam shim sim noh roh ha kwak cha joo ju ' +
    'woo min ryoo ban bang byun syngman',
);

const KOREAN_SYLLABLE =
  /^(?:[kg]?y?(?:a|ae|e|eo|eu|i|o|oe|u|ui|wa|wo|we|wi)(?:n|ng|m|l|k|p|t)?|(?:kk?|g|n|tt?|d|r|l|m|pp?|b|ss?|sh|jj?|ch|h|y|w|hy|ky|my|ny|by|py|ry|ly|kw|gw|hw)(?:a|ae|ai|e|ee|eo|eu|i|o|oe|oh|oo|ou|u|uh|ui|um|un|ya|yo|yu|yeo|ye|wa|wo|wi)(?:n|ng|m|l|k|ck|p|b|t|h)?)$/;
/** One syllable of a Korean given name in Latin letters: `min`, `jun`, `hyun`. */
export const isKoreanSyllable = (folded: string) => folded.length <= 6 && KOREAN_SYLLABLE.test(folded);

const INITIAL = '(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?';
const FINAL =
  '(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|ui|uo|ue|a|o|e|i|u|v)';
const PINYIN = new RegExp(`^${INITIAL}${FINAL}$`);
const TWO_PINYIN = new RegExp(`^${INITIAL}${FINAL}['-]?${INITIAL}${FINAL}$`);
/** One syllable of a Chinese given name in pinyin. */
export const isPinyin = (folded: string) => PINYIN.test(folded);
/** Two of them: `xiaoming`, `zedong`. */
export const isTwoPinyin = (folded: string) => folded.length >= 4 && TWO_PINYIN.test(folded);

/** Vietnamese; `van`, `ho` or `le` are names elsewhere too, so the given names must look Vietnamese as well. */
export const VIETNAMESE = set(
  'nguyen tran le pham huynh hoang phan vu vo dang bui do ho ngo duong ly dinh trinh truong mai doan luong ha cao ton',
);
/** Those that are next to nobody's family name elsewhere. */
export const SURELY_VIETNAMESE = set('nguyen tran pham huynh hoang phan dang bui ngo duong trinh truong');

/** Hungarian family names; with one of the given names behind it the order is Eastern. */
export const HUNGARIAN = set(
  'nagy kovacs toth szabo horvath varga kiss molnar nemeth farkas balogh papp takacs juhasz lakatos meszaros olah simon racz ' +
    'fekete szilagyi torok feher balazs gal kis szucs kocsis pinter fodor orsos szalai sipos magyar lukacs gulyas biro ' +
    'kiraly katona laszlo jakab bogdan balog boros sandor fazekas kelemen antal somogyi fulop orosz vincze veres hegedus ' +
    'deak budai pap balint pal illes szoke voros bognar vass lengyel bartok kodaly liszt orban puskas kadar petofi jozsef ' +
    'ady arany jokai radnoti esterhazy szekely barta kertesz nyiri halasz major vari szollosi cseh hajdu virag soos barath',
);
export const HUNGARIAN_GIVEN = set(
  'janos istvan laszlo jozsef zoltan sandor ferenc attila bela gyula gabor tamas peter zsolt andras lajos imre tibor csaba ' +
    'dezso miklos mihaly gyorgy karoly balazs daniel adam mate bence levente norbert robert krisztian david mark anna maria ' +
    'katalin erzsebet ilona eva zsuzsanna zsofia agnes ildiko judit eszter krisztina monika szilvia gabriella reka dora ' +
    'nora piroska tunde eniko emese margit edit magdolna erika veronika boglarka hanna lili vivien endre geza arpad',
);

/** Japanese family names in Latin letters. */
export const JAPANESE = set(
  'sato suzuki takahashi tanaka ito watanabe yamamoto nakamura kobayashi kato yoshida yamada sasaki yamaguchi matsumoto inoue ' +
    'kimura hayashi shimizu yamazaki mori abe ikeda hashimoto yamashita ishikawa nakajima maeda fujita ogawa goto okada ' +
    'hasegawa murakami kondo ishii saito sakamoto endo aoki fujii nishimura fukuda ota miura fujiwara okamoto matsuda ' +
    'nakagawa nakano harada ono tamura takeuchi kaneko wada nakayama ishida ueda morita hara shibata sakai kudo yokoyama ' +
    'miyazaki miyamoto uchida takagi ando taniguchi ohno maruyama imai kawabata oe mishima kurosawa oshima',
);
const ROMAJI =
  /^(?:(?:ky|gy|sh|ch|j|ny|hy|by|py|my|ry|ts|[kgsztdnhbpmyrwf])?(?:a|i|u|e|o)(?:n(?![aiueo]))?)+$/;
/** A word in the syllables of Japanese: `hiroshi`, `ichiro`. */
export const isRomaji = (folded: string) =>
  folded.length >= 3 && ROMAJI.test(folded.replace(/([kstpc])\1/, '$1'));

/** The first letters of Japanese names written without a space. */
export const JAPANESE_KANJI =
  /^(?:佐藤|鈴木|高橋|田中|伊藤|渡辺|渡邊|渡邉|山本|中村|小林|加藤|吉田|山田|佐々木|山口|松本|井上|木村|清水|山崎|山﨑|池田|橋本|山下|石川|中島|前田|藤田|小川|後藤|岡田|長谷川|村上|近藤|石井|斎藤|斉藤|齋藤|坂本|遠藤|青木|藤井|西村|福田|太田|三浦|藤原|岡本|松田|中川|中野|原田|小野|田村|竹内|金子|和田|中山|石田|上田|森田|柴田|酒井|工藤|横山|宮崎|宮本|内田|高木|安藤|谷口|大野|丸山|今井|河野|藤本|村田|武田|上野|杉山|増田|平野|大塚|千葉|久保|松井|小島|岩崎|桜井|野口|松尾|野村|木下|菊地|佐野|大西|杉本|新井|浜田|菅原|市川|水野|小松|島田|古川|小山|高田|西田|山内|東野|村田|黒澤|宮沢|川端|三島|夏目|芥川|太宰)(?=.{1,3}$)/u;
