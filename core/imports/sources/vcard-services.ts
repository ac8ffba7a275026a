// Chat services and social networks under the many names vCards give them.

export interface Service {
  /** As a person would write it. */
  readonly name: string;
  /** Of the URI that names an account, empty where there is none in use. */
  readonly scheme: string;
  readonly kind: 'chat' | 'social';
}

/** Name, scheme (`-` for none), then the spellings, letters and digits only. */
const CHATS = `AIM aim aim aol aolim
ICQ icq icq
Jabber xmpp jabber
XMPP xmpp xmpp
MSN msnim msn msnmessenger windowslive windowslivemessenger livemessenger
Yahoo ymsgr yahoo yahoomessenger ymsgr ymessenger yim
Skype skype skype skypeforbusiness
Google_Talk xmpp googletalk gtalk googlehangouts hangouts googlechat
QQ - qq
Gadu-Gadu gg gadugadu gg
GroupWise - groupwise novellgroupwise
Sametime - sametime ibmsametime lotussametime
Twitter - twitter
IRC irc irc
SIP sip sip sipphone
Matrix matrix matrix
Telegram - telegram
Signal - signal
WhatsApp - whatsapp
WeChat - wechat weixin
Viber - viber
LINE - line
Discord - discord
Slack - slack
KakaoTalk - kakaotalk kakao
Threema - threema
Microsoft_Teams - teams msteams microsoftteams
Lync - lync
Zoom - zoom
Facebook_Messenger - facebookmessenger messenger
Zalo - zalo
Mumble - mumble
TeamSpeak - teamspeak ts3`;

const SOCIALS = `LinkedIn linkedin
Facebook facebook fb
Instagram instagram
Mastodon mastodon fediverse
XING xing
GitHub github
GitLab gitlab
TikTok tiktok
Pinterest pinterest
Flickr flickr
Myspace myspace
Weibo weibo sinaweibo tencentweibo
YouTube youtube
Tumblr tumblr
Reddit reddit
Snapchat snapchat
Bluesky bluesky
Threads threads
Foursquare foursquare
Game_Center gamecenter
VK vk vkontakte
Orkut orkut
Google+ googleplus
SoundCloud soundcloud
ORCID orcid
ResearchGate researchgate
About.me aboutme
Gravatar gravatar
Quora quora
Vimeo vimeo
Twitch twitch`;

const SERVICES = new Map<string, Service>();
for (const line of CHATS.split('\n')) {
  const [name = '', scheme = '', ...spellings] = line.split(' ');
  const service = {
    name: name.replaceAll('_', ' '),
    scheme: scheme === '-' ? '' : scheme,
    kind: 'chat',
  } as const;
  for (const spelling of spellings) SERVICES.set(spelling, service);
}
for (const line of SOCIALS.split('\n')) {
  const [name = '', ...spellings] = line.split(' ');
  const service = { name: name.replaceAll('_', ' '), scheme: '', kind: 'social' } as const;
  for (const spelling of spellings) SERVICES.set(spelling, service);
}

const bare = (name: string): string =>
  name
    .slice(0, 60)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/** The service a parameter or a type names: `Skype`, `GoogleTalk`, `google talk`; undefined for a word that is none. */
export const serviceNamed = (name: string): Service | undefined => SERVICES.get(bare(name));

const VENDOR =
  /^(?:evolution|kaddressbook|mozilla|ms|ab|android|gnome|lotus|outlook|sogo|zimbra|im|impp|messaging|messenger)(?:-?x)?-/;
const ENDING = /[-_ ](?:user-?name|user|id|im|handle|account|nick(?:name)?|screen-?name|profile|url|all)$/;

/**
 * The service a property of its own is about: `X-AIM`, `X-SKYPE-USERNAME`, `X-GOOGLE TALK`, `X-EVOLUTION-TWITTER`,
 * `X-KADDRESSBOOK-X-IMAddress` is none. The name upper case, as in a card.
 */
export function serviceOfProperty(name: string): Service | undefined {
  if (!name.startsWith('X-')) return undefined;
  let core = name.slice(2, 80).toLowerCase().replace('/', '-');
  for (let round = 0; round < 3; round++) {
    const service = SERVICES.get(bare(core));
    if (service) return service;
    const shorter = core.replace(VENDOR, '').replace(ENDING, '');
    if (shorter === core) return undefined;
    core = shorter;
  }
  return undefined;
}

const SCHEMES: ReadonlyMap<string, string> = new Map([
  ['aim', 'AIM'],
  ['icq', 'ICQ'],
  ['msnim', 'MSN'],
  ['ymsgr', 'Yahoo'],
  ['skype', 'Skype'],
  ['gg', 'Gadu-Gadu'],
]);

const URI = /^([a-z][a-z0-9+.-]*):(?=\S)/i;

/** The scheme of a URI, lower case; undefined for a bare account. */
export const schemeOf = (value: string): string | undefined =>
  URI.exec(value.slice(0, 60))?.[1]?.toLowerCase();

/** The service a scheme belongs to, where it belongs to one only. */
export const serviceOfScheme = (scheme: string | undefined): string | undefined =>
  scheme === undefined ? undefined : SCHEMES.get(scheme);

/** An account as the URI that names it; as written where no scheme is in use. */
export function accountUri(value: string, service: Service | undefined): string {
  if (service === undefined || service.scheme === '' || schemeOf(value) !== undefined) return value;
  return `${service.scheme}:${value}`;
}
