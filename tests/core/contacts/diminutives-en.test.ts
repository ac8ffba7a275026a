// English short forms: British, Irish, American and Australian.
import { describe, expect, it } from 'vitest';
import { givenNameGroups, isSameGivenName, sharedGroup } from '#core/contacts/names/diminutives.ts';
import list from '#assets/names/diminutives/en.json' with { type: 'json' };

/** `Bill/William, Bob/Robert` → pairs of names. */
const pairsOf = (table: string) =>
  table
    .trim()
    .split(/,\s+/)
    .map((pair) => {
      const [one = '', other = ''] = pair.split('/');
      return [one, other] as const;
    });

const MEN = `
  Bill/William, Liam/William, Wullie/William, Bob/Robert, Rab/Robert, Robbo/Robert, Dick/Richard, Richie/Richard, Jim/James,
  Jamie/James, Hamish/James, Jack/John, Jock/John, Johnno/John, Jonty/Jonathan, Joey/Joseph, Mick/Michael, Mikey/Michael,
  Davo/David, Dai/David, Danno/Daniel, Tam/Thomas, Tommo/Thomas, Tim/Timothy, Ant/Anthony, Drew/Andrew, Xander/Alexander,
  Sandy/Alexander, Archie/Archibald, Barney/Barnaby, Baz/Barry, Benji/Benjamin, Chuck/Charles, Chas/Charles,
  Topher/Christopher, Kit/Christopher, Con/Cornelius, Dec/Declan, Donie/Donal, Dougie/Douglas, Ned/Edward, Ted/Edward,
  Fergie/Fergus, Alfie/Alfred, Freddie/Frederick, Gaz/Gary, Gus/Angus, Hank/Henry, Hal/Henry, Huey/Hugh, Ike/Isaac,
  Jake/Jacob, Jez/Jeremy, Jools/Julian, Kev/Kevin, Lachie/Lachlan, Larry/Lawrence, Lenny/Leonard, Mossie/Maurice,
  Manny/Emanuel, Nate/Nathaniel, Nev/Neville, Nige/Nigel, Ollie/Oliver, Ozzie/Oswald, Paddy/Patrick, Podge/Patrick,
  Rafe/Ralph, Rory/Roderick, Seb/Sebastian, Shay/Seamus, Stevo/Stephen, Stevie/Steven, Tadhg/Timothy, Tel/Terence,
  Theo/Theodore, Trev/Trevor, Vinny/Vincent, Wally/Walter, Zac/Zachary`;

const WOMEN = `
  Abby/Abigail, Lexi/Alexandra, Millie/Amelia, Mandy/Amanda, Nancy/Anne, Bea/Beatrice, Trixie/Beatrice, Bridie/Bridget,
  Breda/Bridget, Carrie/Caroline, Kitty/Catherine, Cath/Catherine, Kathy/Katherine, Lottie/Charlotte, Chrissie/Christine,
  Cindy/Cynthia, Debs/Deborah, Dottie/Dorothy, Edie/Edith, Nell/Eleanor, Nora/Honora, Bess/Elizabeth, Betty/Elizabeth,
  Libby/Elizabeth, Lilibet/Elizabeth, Lisa/Elizabeth, Emmy/Emily, Essie/Esther, Fi/Fiona, Nuala/Fionnuala, Flo/Florence,
  Fran/Frances, Gabby/Gabrielle, Georgie/Georgina, Trudy/Gertrude, Wendy/Gwendolen, Hattie/Harriet, Nellie/Helen,
  Immy/Imogen, Bella/Isabella, Jacqui/Jacqueline, Jess/Jessica, Jilly/Gillian, Josie/Josephine, Judy/Judith, Kaz/Karen,
  Lettie/Letitia, Lulu/Louise, Maddie/Madeleine, Peggy/Margaret, Daisy/Margaret, Madge/Margery, Molly/Mary, Polly/Mary,
  Mary Lou/Mary Louise, Tilly/Matilda, Mo/Maureen, Tasha/Natasha, Nikki/Nicola, Liv/Olivia, Trish/Patricia, Penny/Penelope,
  Pippa/Philippa, Cilla/Priscilla, Becky/Rebecca, Bex/Rebecca, Roz/Rosalind, Sadie/Sarah, Sally/Sarah, Shaz/Sharon,
  Shelly/Michelle, Shiv/Siobhan, Stacey/Anastasia, Suki/Susan, Tess/Theresa, Tori/Victoria, Viv/Vivienne, Winnie/Winifred`;

const DIFFERENT = `
  Martin/Martina, Carl/Carla, Charles/Charlotte, Daniel/Danielle, Eric/Erica, Joseph/Josephine,
  Robert/Roberta, Patrick/Patricia, Philip/Philippa, Victor/Victoria, Christopher/Christine,
  Stephen/Stephanie, Samuel/Samantha, Mark/Martin, John/James, Molly/Milly, Emma/Gemma, Tim/Tom, Harry/Larry, Ben/Ken,
  Jill/Bill, Peggy/Polly, Kate/Karl, Nicola/Nigel, Ronald/Rodney, Donald/Douglas, Edward/Edith, Alfred/Albert,
  Anna/Hannibal, Sarah/Susan, Julia/Judith, Beth/Bertha`;

describe('English short forms', () => {
  it.each([...pairsOf(MEN), ...pairsOf(WOMEN)])('%s is a form of %s, either way round', (short, formal) => {
    expect(isSameGivenName(short, formal)).toBeDefined();
    expect(isSameGivenName(formal, short)).toBe(isSameGivenName(short, formal));
  });

  it.each(pairsOf(DIFFERENT))('%s and %s are two names', (one, other) => {
    expect(isSameGivenName(one, other)).toBeUndefined();
    expect(sharedGroup(givenNameGroups(one), givenNameGroups(other))).toBeUndefined();
  });

  it.each(Object.entries(list.names))('%s is related to each of the forms in its line', (formal, line) => {
    const forms = line.split(', ');
    expect(new Set(forms.map((form) => form.toLowerCase())).size).toBe(forms.length);
    expect(forms.filter((form) => isSameGivenName(formal, form) === undefined)).toEqual([]);
  });
});
