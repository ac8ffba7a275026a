// German, Austrian and Swiss short forms.
import { describe, expect, it } from 'vitest';
import { givenNameGroups, isSameGivenName, sharedGroup } from '#core/contacts/names/diminutives.ts';

/** `Jupp/Josef, Gabi/Gabriele` → pairs of names. */
const pairsOf = (table: string) =>
  table
    .trim()
    .split(/,\s+/)
    .map((pair) => {
      const [one = '', other = ''] = pair.split('/');
      return [one, other] as const;
    });

const RELATED = `
  Hans/Johannes, Hannes/Johannes, Johann/Johannes, Jan/Johannes, Hansi/Hans, Hänschen/Hans, Jupp/Josef, Sepp/Josef,
  Beppi/Josef, Joschi/Josef, Josef/Joseph, Uli/Ulrich, Ulli/Ulrike, Rike/Ulrike, Rike/Friederike, Gabi/Gabriele,
  Gaby/Gabriela, Heinz/Heinrich, Heiner/Heinrich, Hein/Heinrich, Heini/Heinrich, Fritz/Friedrich, Fiete/Friedrich,
  Willi/Wilhelm, Willy/Wilhelm, Wim/Wilhelm, Rudi/Rudolf, Rolf/Rudolf, Kalle/Karl, Charly/Karl, Karlchen/Karl,
  Schorsch/Georg, Jörg/Georg, Klaus/Nikolaus, Niko/Nikolaus, Wolf/Wolfgang, Wolfi/Wolfgang, Dieter/Dietrich,
  Bernd/Bernhard, Gerd/Gerhard, Hardy/Gerhard, Hardy/Eberhard, Reiner/Reinhard, Manni/Manfred, Freddy/Manfred,
  Günni/Günter, Günter/Günther, Matze/Matthias, Hias/Matthias, Mathias/Matthias, Basti/Sebastian, Wastl/Sebastian,
  Toni/Anton, Toni/Antonia, Tünnes/Anton, Alex/Alexander, Alex/Alexandra, Sascha/Alexander, Sandra/Alexandra,
  Andi/Andreas, Andi/Andrea, Chris/Christian, Chris/Christina, Stoffel/Christoph, Steff/Stefan, Stephan/Stefan,
  Steffi/Stefanie, Steffen/Stefan, Michi/Michael, Micha/Michael, Michl/Michael, Michi/Michaela, Tom/Thomas,
  Tommy/Thomas, Flo/Florian, Max/Maximilian, Maxl/Maximilian, Domi/Dominik, Nik/Dominik, Jockel/Jakob, Achim/Joachim,
  Jochen/Joachim, Hajo/Hans-Joachim, Hanspeter/Hans Peter, Karlheinz/Karl-Heinz, Kalle/Karlheinz, Lutz/Ludwig,
  Wiggerl/Ludwig, Conny/Konrad, Kurt/Konrad, Olli/Oliver, Tobi/Tobias, Benni/Benjamin, Bene/Benedikt, Lenz/Lorenz,
  Poldi/Leopold, Gustl/August, Gustl/Gustav, Peterle/Peter, Pit/Peter, Robby/Robert, Bert/Herbert, Hubsi/Hubert,
  Sigi/Siegfried, Volki/Volker, Mundl/Edmund, Ede/Eduard, Eddi/Edgar, Ekki/Ekkehard, Norbi/Norbert, Walti/Walter,
  Loisl/Alois, Vinz/Vinzenz, Korbi/Korbinian, Xaverl/Xaver, Thilo/Dietrich, Consti/Konstantin,
  Ruedi/Rudolf, Ueli/Ulrich, Köbi/Jakob, Heiri/Heinrich, Vreni/Verena, Chrigu/Christian, Hansruedi/Hans Rudolf,
  Lisa/Elisabeth, Liesel/Elisabeth, Sissi/Elisabeth, Betti/Elisabeth, Else/Elisabeth, Ilse/Elisabeth, Lisbeth/Elisabeth,
  Käthe/Katharina, Kathi/Katharina, Katja/Katharina, Katrin/Katharina, Kathrin/Katrin, Trine/Katharina, Rina/Katharina,
  Grete/Margarete, Gretel/Margarete, Gretchen/Margarethe, Margit/Margarete, Rita/Margarete, Gitta/Brigitte,
  Gitte/Brigitte, Biggi/Birgit, Bärbel/Barbara, Babsi/Barbara, Uschi/Ursula, Ulla/Ursula, Susi/Susanne, Sanne/Susanne,
  Moni/Monika, Steffi/Stephanie, Leni/Magdalena, Lena/Helena, Leni/Helene, Lene/Helene, Resi/Theresia, Resi/Therese,
  Vroni/Veronika, Franzi/Franziska, Fanny/Franziska, Ziska/Franziska, Hanna/Johanna, Hanne/Johanna, Hannelore/Hanne,
  Anni/Anna, Anja/Anna, Antje/Anna, Änne/Anna, Annemarie/Anna Maria, Annika/Anna, Mizzi/Maria, Mia/Maria, Marie/Maria,
  Marlene/Maria Magdalena, Marlies/Marie-Luise, Lotte/Charlotte, Lotti/Liselotte, Lilo/Lieselotte, Heidi/Adelheid,
  Hedi/Hedwig, Hilde/Hildegard, Trude/Gertrud, Gerti/Gertraud, Traudl/Waltraud, Traudl/Edeltraud, Irmi/Irmgard,
  Inge/Ingeborg, Inge/Ingrid, Jule/Julia, Julchen/Juliane, Nele/Cornelia, Conny/Cornelia, Dörte/Dorothea, Doro/Dorothea,
  Thea/Dorothea, Tina/Christina, Tine/Christine, Christl/Christine, Christa/Christine, Tina/Martina, Betty/Bettina,
  Evi/Eva, Fine/Josefine, Finchen/Josefine, Pepi/Josefa, Lina/Karoline, Caro/Carolin, Minna/Wilhelmine,
  Helma/Wilhelmine, Friedel/Elfriede, Elfi/Elfriede, Renchen/Renate, Rosi/Rosemarie, Romy/Rosemarie, Rösli/Rosa,
  Bine/Sabine, Geli/Angelika, Manu/Manuela, Dani/Daniela, Nicki/Nicole, Mel/Melanie, Jenny/Jennifer, Zenzi/Kreszenz,
  Burgi/Walburga, Stasi/Anastasia, Lissi/Elisabeth, Fiekchen/Friederike, Sophie/Sofia, Lore/Eleonore, Nora/Eleonore,
  Petzi/Petra, Tanja/Tatjana, Resl/Theresa, Vicky/Viktoria, Conny/Constanze, Stanzi/Konstanze, Bea/Beate, Trixi/Beatrix`;

const UNRELATED = `
  Martin/Martina, Andreas/Andrea, Stefan/Stefanie, Christian/Christiane, Daniel/Daniela,
  Julius/Julia, Julian/Juliane, Paul/Paula, Karl/Karla, Ulrich/Ulrike, Wilhelm/Wilhelmine,
  Josef/Josefine, Johannes/Johanna, Heiko/Heike, Urs/Ulrike, Friedrich/Friederike, Peter/Petra,
  Gerd/Gerda, Mario/Maria, Bernd/Bettina, Ralf/Rolf, Rainer/Reinhard, Klaus/Klara,
  Volker/Volkmar, Otto/Otmar, Günter/Gunnar, Sabine/Sabrina, Markus/Matthias, Uwe/Ute, Silke/Silvia,
  Wolfgang/Wolfram, Werner/Walter, Helga/Hella, Dieter/Dietmar, Gisela/Gerlinde, Maximilian/Martin, Hannelore/Hannes,
  Frank/Fred, Elke/Heike, Monika/Veronika, Regina/Renate, Heinz/Horst, Julius/Julian, Kerstin/Karin, Thomas/Tobias`;

describe('German short forms', () => {
  it.each(pairsOf(RELATED))('%s is %s', (one, other) => {
    expect(isSameGivenName(one, other)).toBeDefined();
    expect(isSameGivenName(other, one)).toBe(isSameGivenName(one, other));
  });

  it.each(pairsOf(UNRELATED))('%s is not %s', (one, other) => {
    expect(isSameGivenName(one, other)).toBeUndefined();
    expect(sharedGroup(givenNameGroups(one), givenNameGroups(other))).toBeUndefined();
  });
});
