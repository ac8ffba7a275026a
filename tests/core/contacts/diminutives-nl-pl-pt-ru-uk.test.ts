// Dutch, Polish, Portuguese, Russian and Ukrainian short forms, and one name in several languages.
import { describe, expect, it } from 'vitest';
import { givenNameGroups, isSameGivenName, sharedGroup } from '#core/contacts/names/diminutives.ts';

/** `Kees/Cornelis, Sjaak/Jacobus` → pairs of names. */
const pairsOf = (table: string) =>
  table
    .trim()
    .split(/,\s+/)
    .map((pair) => {
      const [one = '', other = ''] = pair.split('/');
      return [one, other] as const;
    });

interface Language {
  readonly language: string;
  readonly related: string;
  readonly unrelated: string;
}

const LANGUAGES: readonly Language[] = [
  {
    language: 'Dutch',
    related: `
      Jan/Johannes, Hans/Johannes, Joop/Johannes, Han/Johannes, Johan/Johannes, Jannes/Johannes, Kees/Cornelis,
      Cees/Cornelis, Cor/Cornelis, Piet/Pieter, Piet/Petrus, Peer/Petrus, Klaas/Nicolaas, Nico/Nicolaas, Niek/Nicolaas,
      Wim/Willem, Pim/Willem, Willem/Wilhelmus, Wim/Wilhelmus, Henk/Hendrik, Hein/Hendrik, Rik/Hendrik, Hennie/Hendrik,
      Sjaak/Jacobus, Jaap/Jacob, Koos/Jacobus, Ko/Jacobus, Truus/Geertruida, Trudy/Geertruida, Geertje/Geertruida,
      Gerrit/Gerardus, Ger/Gerard, Gert/Gerrit, Bram/Abraham, Ab/Abraham, Bas/Sebastiaan, Bastiaan/Sebastiaan,
      Sander/Alexander, Lex/Alexander, Arie/Adrianus, Ad/Adrianus, Ton/Antonius, Toon/Antonius, Teun/Antonius,
      Bert/Albertus, Bep/Elisabeth, Els/Elisabeth, Liesbeth/Elisabeth, Lies/Elisabeth, Betsy/Elisabeth, Mien/Wilhelmina,
      Willemijn/Wilhelmina, Miep/Maria, Mieke/Maria, Marijke/Maria, Ria/Maria, Riet/Maria, Marieke/Maria, Toos/Catharina,
      Tineke/Catharina, Trijntje/Catharina, Greet/Margaretha, Griet/Margaretha, Margriet/Margaretha, Corrie/Cornelia,
      Nel/Cornelia, Neeltje/Cornelia, Joke/Johanna, Hanneke/Johanna, Janneke/Johanna, Ans/Anna, Anneke/Anna, Antje/Anna,
      Annie/Anna, Leen/Helena, Lenie/Helena, Nelly/Petronella, Sjef/Jozef, Jef/Jozef, Jos/Jozef, Thijs/Matthijs,
      Thijs/Matthias, Maarten/Martinus, Tinus/Martinus, Rinus/Marinus, Rien/Marinus, Daan/Daniel, Chiel/Michiel,
      Giel/Michiel, Theo/Theodorus, Dorus/Theodorus, Dirk/Diederik, Dick/Dirk, Freek/Frederik, Frits/Frederik,
      Guus/Augustus, Stijn/Augustinus, Ruud/Rudolf, Dolf/Adolf, Wout/Wouter, Bart/Bartholomeus, Jet/Henriëtte,
      Suus/Suzanna, Sanne/Susanna, Roos/Rosa, Lotte/Charlotte, Fien/Josephina, Loes/Louise, Wies/Louisa, Lien/Carolina,
      Annemiek/Anna Maria, Marleen/Maria Magdalena, Malou/Maria Louise, Huub/Hubertus, Jeroen/Hieronymus, Mo/Mohammed`,
    unrelated: `
      Jan/Janina, Hans/Henk, Piet/Paul, Kees/Klaas, Wim/Wouter, Martin/Martina, Adriaan/Adriana, Daan/Dirk, Marcel/Marcella,
      Jacob/Jasper, Els/Ellen, Joris/Jeroen, Sander/Sandra, Cornelis/Cornelia, Hendrik/Hendrika, Robert/Roberta,
      Johannes/Johanna, Wilhelmus/Wilhelmina, Anna/Johanna, Geert/Geertruida, Maria/Marinus, Bram/Bart`,
  },
  {
    language: 'Polish',
    related: `
      Kasia/Katarzyna, Kaśka/Katarzyna, Gosia/Małgorzata, Małgosia/Małgorzata, Wojtek/Wojciech, Basia/Barbara, Asia/Joanna,
      Joasia/Joanna, Zosia/Zofia, Ania/Anna, Anka/Anna, Hania/Hanna, Hanka/Hanna, Jasiek/Jan, Jaś/Jan, Janek/Jan,
      Staszek/Stanisław, Stasiek/Stanisław, Stach/Stanisław, Tomek/Tomasz, Bartek/Bartosz, Bartek/Bartłomiej, Kuba/Jakub,
      Maciek/Maciej, Krzysiek/Krzysztof, Krzyś/Krzysztof, Grzesiek/Grzegorz, Grześ/Grzegorz, Zbyszek/Zbigniew, Jurek/Jerzy,
      Jędrek/Andrzej, Andrzejek/Andrzej, Franek/Franciszek, Józek/Józef, Ziutek/Józef, Antek/Antoni, Wacek/Wacław,
      Władek/Władysław, Włodek/Włodzimierz, Tadek/Tadeusz, Tadzio/Tadeusz, Mietek/Mieczysław, Czesiek/Czesław,
      Wiesiek/Wiesław, Kazik/Kazimierz, Leszek/Leszek, Lesio/Leszek, Mirek/Mirosław, Jarek/Jarosław, Sławek/Sławomir,
      Darek/Dariusz, Arek/Arkadiusz, Radek/Radosław, Przemek/Przemysław, Sebek/Sebastian, Maks/Maksymilian, Olek/Aleksander,
      Ola/Aleksandra, Oleńka/Aleksandra, Ela/Elżbieta, Elka/Elżbieta, Ewka/Ewa, Agusia/Agnieszka, Aga/Agnieszka,
      Magda/Magdalena, Madzia/Magdalena, Marysia/Maria, Maryśka/Maria, Mania/Maria, Jadzia/Jadwiga, Jaga/Jadwiga,
      Krysia/Krystyna, Danka/Danuta, Danusia/Danuta, Iza/Izabela, Justysia/Justyna, Renia/Renata, Tereska/Teresa,
      Ula/Urszula, Wandzia/Wanda, Natalka/Natalia, Zuzia/Zuzanna, Marcinek/Marcin, Piotrek/Piotr, Piotruś/Piotr,
      Pawełek/Paweł, Michałek/Michał, Misiek/Michał, Rysiek/Ryszard, Romek/Roman, Robercik/Robert, Rafałek/Rafał,
      Szymek/Szymon, Bogdanek/Bogdan, Boguś/Bogusław, Bolek/Bolesław, Bronek/Bronisław, Edek/Edward, Gienek/Eugeniusz,
      Heniek/Henryk, Karolek/Karol, Lolek/Karol, Witek/Witold, Waldek/Waldemar, Felek/Feliks, Dorotka/Dorota,
      Grażynka/Grażyna, Halinka/Halina, Irenka/Irena, Bożenka/Bożena, Wiola/Wioletta, Werka/Weronika, Mati/Mateusz`,
    unrelated: `
      Jan/Janina, Aleksander/Aleksandra, Maria/Marek, Marek/Mariusz, Paweł/Paulina, Karol/Karolina, Daria/Dariusz,
      Marcin/Martyna, Hanna/Halina, Piotr/Patryk, Stanisław/Stanisława, Ewa/Elżbieta, Kamil/Kamila, Michał/Mikołaj,
      Tomasz/Tadeusz, Joanna/Janina, Adam/Adrian, Wojciech/Wiesław, Jacek/Janek, Roman/Robert, Danuta/Dorota`,
  },
  {
    language: 'Portuguese',
    related: `
      Zé/José, Zeca/José, Zezinho/José, Zezé/José, Chico/Francisco, Chiquinho/Francisco, Kiko/Francisco, Chica/Francisca,
      Tião/Sebastião, Lu/Luciana, Lu/Luísa, Dudu/Eduardo, Edu/Eduardo, Duda/Eduarda, Toninho/Antônio, Tonho/Antônio,
      Tó/António, Tonico/Antônio, Quim/Joaquim, Juca/José, Beto/Roberto, Beto/Alberto, Betinho/Roberto, Guto/Augusto,
      Gugu/Gustavo, Guga/Gustavo, Gui/Guilherme, Lula/Luís, Luizinho/Luiz, Luisinho/Luís, Mané/Manuel, Manel/Manuel,
      Neco/Manoel, Manu/Manuela, Nela/Manuela, Nando/Fernando, Nanda/Fernanda, Fê/Fernanda, Pedrinho/Pedro, Paulinho/Paulo,
      Joãozinho/João, Joca/João, Jorginho/Jorge, Carlinhos/Carlos, Cacá/Carlos, Cadu/Carlos Eduardo, Ricardinho/Ricardo,
      Rafa/Rafael, Rafa/Rafaela, Gabi/Gabriela, Biel/Gabriel, Bia/Beatriz, Ju/Juliana, Juju/Júlia, Carol/Carolina,
      Lena/Helena, Leninha/Helena, Bel/Isabel, Belinha/Isabel, Isa/Isabela, Cris/Cristina, Tina/Cristina, Cida/Aparecida,
      Cidinha/Aparecida, Fatinha/Fátima, São/Conceição, Guida/Margarida, Teresinha/Teresa, Tê/Teresa, Malu/Maria Luísa,
      Malu/Maria Lúcia, Mizé/Maria José, Zezé/Maria José, Tozé/António José, Aninha/Ana, Mariazinha/Maria, Mari/Mariana,
      Vivi/Viviane, Pati/Patrícia, Paty/Patrícia, Sandrinha/Sandra, Dri/Adriana, Xande/Alexandre, Alê/Alexandre,
      Xana/Alexandra, Rô/Rosana, Val/Valéria, Van/Vanessa, Nessa/Vanessa, Dani/Daniela, Dani/Daniel, Leo/Leonardo,
      Léo/Leonardo, Lê/Letícia, Leti/Letícia, Mila/Camila, Cami/Camila, Tati/Tatiana, Nat/Natália, Rê/Renata,
      Renatinha/Renata, Ritinha/Rita, Rosinha/Rosa, Soninha/Sónia, Serginho/Sérgio, Marquinhos/Marcos, Marcelinho/Marcelo,
      Vitinho/Vítor, Lipe/Felipe, Lipe/Filipe, Digo/Rodrigo, Rique/Henrique, Ronaldinho/Ronaldo, Naldo/Ronaldo,
      Fred/Frederico, Tavinho/Otávio, Zefa/Josefa, Guel/Miguel, Raimundinho/Raimundo, Bené/Benedito, Lourdinha/Lourdes`,
    unrelated: `
      João/Joana, Luís/Luísa, Carlos/Carla, Maria/Mário, Paulo/Paula, Fernando/Fernanda, Daniel/Daniela, Ana/Mariana,
      Marcos/Márcio, Rita/Rute, Pedro/Paulo, José/Josué, Roberto/Roberta, Júlio/Júlia, Ana/Luciana, Diogo/Tiago,
      Rodrigo/Ricardo, Fábio/Fabiana, Bruno/Nuno, Manuel/Manuela, Vítor/Vitória`,
  },
  {
    language: 'Russian',
    related: `
      Саша/Александр, Саша/Александра, Шура/Александр, Шурик/Александр, Sasha/Alexander, Sanya/Aleksandr, Лёша/Алексей,
      Lyosha/Aleksey, Алёша/Алексей, Alyosha/Alexei, Толя/Анатолий, Андрюша/Андрей, Антоша/Антон, Аркаша/Аркадий,
      Тёма/Артём, Боря/Борис, Вадик/Вадим, Валера/Валерий, Вася/Василий, Vasya/Vasily, Витя/Виктор, Виталик/Виталий,
      Вова/Владимир, Володя/Владимир, Volodya/Vladimir, Влад/Владислав, Слава/Вячеслав, Гена/Геннадий, Гоша/Георгий,
      Жора/Георгий, Гриша/Григорий, Даня/Даниил, Дима/Дмитрий, Митя/Дмитрий, Dima/Dmitri, Mitya/Dmitry, Женя/Евгений,
      Женя/Евгения, Zhenya/Yevgeny, Ваня/Иван, Vanya/Ivan, Гарик/Игорь, Илюша/Илья, Костя/Константин, Лёня/Леонид,
      Лёва/Лев, Макс/Максим, Миша/Михаил, Misha/Mikhail, Коля/Николай, Kolya/Nikolai, Паша/Павел, Петя/Пётр, Petya/Pyotr,
      Рома/Роман, Серёжа/Сергей, Серёга/Сергей, Seryozha/Sergei, Сева/Всеволод, Стас/Станислав, Стёпа/Степан, Федя/Фёдор,
      Fedya/Fyodor, Эдик/Эдуард, Юра/Юрий, Yura/Yuri, Яша/Яков, Ярик/Ярослав, Настя/Анастасия, Nastya/Anastasia, Аня/Анна,
      Анечка/Анна, Нюра/Анна, Тоня/Антонина, Варя/Варвара, Валя/Валентина, Вика/Виктория, Галя/Галина, Даша/Дарья,
      Katya/Ekaterina, Катя/Екатерина, Катюша/Екатерина, Лена/Елена, Лиза/Елизавета, Зина/Зинаида, Ира/Ирина, Ксюша/Ксения,
      Лара/Лариса, Лида/Лидия, Люба/Любовь, Люда/Людмила, Lyuda/Lyudmila, Мила/Людмила, Рита/Маргарита, Маша/Мария,
      Маруся/Мария, Masha/Maria, Надя/Надежда, Nadya/Nadezhda, Наташа/Наталья, Natasha/Natalia, Оля/Ольга, Olya/Olga,
      Поля/Полина, Рая/Раиса, Света/Светлана, Соня/Софья, Sonya/Sofia, Тома/Тамара, Таня/Татьяна, Tanya/Tatiana, Юля/Юлия,
      Лёля/Ольга, Ксюша/Оксана, Дуня/Евдокия, Ника/Вероника`,
    unrelated: `
      Александр/Александра, Aleksandr/Aleksandra, Евгений/Евгения, Валентин/Валентина, Анна/Иван, Мария/Марина,
      Николай/Никита, Олег/Ольга, Виктор/Виктория, Вадим/Дмитрий, Владимир/Владислав, Максим/Михаил, Елена/Екатерина,
      Ирина/Инна, Сергей/Семён, Дарья/Диана, Роман/Руслан, Алексей/Александр, Анастасия/Наталья, Павел/Пётр, Юрий/Юлия,
      Светлана/Снежана, Людмила/Любовь`,
  },
  {
    language: 'Ukrainian',
    related: `
      Сашко/Олександр, Олесь/Олександр, Лесь/Олександр, Саша/Олександра, Леся/Олександра, Льоша/Олексій, Олекса/Олексій,
      Андрійко/Андрій, Андрусь/Андрій, Богданко/Богдан, Данько/Богдан, Бориско/Борис, Васько/Василь, Василько/Василь,
      Вітя/Віктор, Віталик/Віталій, Володя/Володимир, Вова/Володимир, Славко/Ярослав, Славко/Мирослав, Гриць/Григорій,
      Грицько/Григорій, Hryts/Hryhoriy, Данилко/Данило, Дмитрик/Дмитро, Діма/Дмитро, Dmytryk/Dmytro, Женя/Євген,
      Zhenia/Yevhen, Івасик/Іван, Іванко/Іван, Ваня/Іван, Ivanko/Ivan, Ігорко/Ігор, Ihorko/Ihor, Ілько/Ілля, Костик/Костянтин,
      Левко/Лев, Льоня/Леонід, Любко/Любомир, Максимко/Максим, Марко/Маркіян, Матвійко/Матвій, Микитка/Микита,
      Миколка/Микола, Коля/Микола, Kolya/Mykola, Михась/Михайло, Михайлик/Михайло, Mykhailyk/Mykhailo, Назарко/Назар,
      Олежко/Олег, Olezhko/Oleh, Орестик/Орест, Остапко/Остап, Павлик/Павло, Павлусь/Павло, Петрик/Петро, Петрусь/Петро,
      Ромко/Роман, Ростик/Ростислав, Сергійко/Сергій, Serhiyko/Serhiy, Стасик/Станіслав, Стефко/Степан, Степанко/Степан,
      Тарасик/Тарас, Тимко/Тимофій, Федько/Федір, Юрко/Юрій, Yurko/Yuriy, Яша/Яків, Ярко/Ярослав, Настя/Анастасія,
      Галя/Галина, Halia/Halyna, Ганнуся/Ганна, Hannusia/Hanna, Аня/Анна, Дарка/Дарія, Катруся/Катерина, Катря/Катерина,
      Katrusia/Kateryna, Ліза/Єлизавета, Зіна/Зінаїда, Іринка/Ірина, Іра/Ірина, Ксеня/Оксана, Лара/Лариса, Ліда/Лідія,
      Люба/Любов, Люда/Людмила, Рита/Маргарита, Марійка/Марія, Марічка/Марія, Маруся/Марія, Надійка/Надія, Наталка/Наталія,
      Natalka/Nataliya, Оленка/Олена, Леся/Олена, Olenka/Olena, Оля/Ольга, Olia/Olha, Раєчка/Раїса, Світланка/Світлана,
      Соломійка/Соломія, Софійка/Софія, Стефа/Стефанія, Таня/Тетяна, Tania/Tetiana, Уля/Уляна, Христя/Христина, Юля/Юлія,
      Слава/Ярослава, Мирося/Мирослава, Зоряночка/Зоряна, Тоня/Антоніна, Варка/Варвара, Вірочка/Віра, Віка/Вікторія`,
    unrelated: `
      Олександр/Олександра, Олена/Ольга, Олег/Ольга, Марія/Марина, Ганна/Галина, Іван/Іванна, Богдан/Богдана,
      Ярослав/Ярослава, Володимир/Владислав, Микола/Микита, Михайло/Микола, Петро/Павло, Роман/Ростислав, Сергій/Степан,
      Оксана/Олена, Наталія/Надія, Тарас/Тимофій, Юрій/Юлія, Любомир/Любов, Дмитро/Данило, Ірина/Інна`,
  },
];

describe.each(LANGUAGES)('$language short forms', ({ related, unrelated }) => {
  it.each(pairsOf(related))('%s is %s', (one, other) => {
    expect(isSameGivenName(one, other)).toBeDefined();
    expect(isSameGivenName(other, one)).toBe(isSameGivenName(one, other));
  });

  it.each(pairsOf(unrelated))('%s is not %s', (one, other) => {
    expect(isSameGivenName(one, other)).toBeUndefined();
    expect(sharedGroup(givenNameGroups(one), givenNameGroups(other))).toBeUndefined();
  });
});

describe('one name in several languages', () => {
  it.each(
    pairsOf(`
      John/Juan, Jean/Giovanni, João/Jan, Ivan/Johannes, Jacob/James, Diego/Jakub, George/Jerzy, Jorge/Юрий,
      Catherine/Katarzyna, Catalina/Екатерина, Elizabeth/Elżbieta, Isabel/Elisabeth, William/Guillermo, Wilhelm/Guilherme,
      Charles/Karol, Carlos/Karel, Henry/Enrique, Heinrich/Hendrik, Peter/Piotr, Pierre/Pedro, Paul/Павло, Louis/Ludwig,
      Luigi/Lodewijk, Stephen/Esteban, Szczepan/Étienne, Michael/Michał, Miguel/Михайло, Matthew/Mateusz, Andrew/Andrés,
      Ondřej/Андрій, Joseph/Giuseppe, José/Йосип, Mary/Мария, Anne/Ганна, Margaret/Małgorzata, Helen/Олена, Laurent/Wawrzyniec,
      Theodore/Фёдор, Eugene/Євген, Demetrius/Дмитро, Gregory/Grzegorz, Francis/Franciszek, Françoise/Francesca,
      Nicholas/Mikołaj, Bartholomew/Bartłomiej, Adalbert/Wojciech, Dorothy/Dorota, Hedwig/Jadwiga, Agnes/Inês`),
  )('%s is %s', (one, other) => {
    expect(isSameGivenName(one, other)).toBeDefined();
  });

  it.each(
    pairsOf(`
      John/Joan, Jean/Jeanne, Juan/Juana, Andreas/Andrea, Simon/Simone, Julius/Julia, Paul/Paula, Jan/Joanna,
      Carl/Carla, Francis/Frances, Victor/Victoria, Daniel/Danielle, Gabriel/Gabrielle, Michael/Michelle`),
  )('%s is not %s', (one, other) => {
    expect(isSameGivenName(one, other)).toBeUndefined();
  });
});
