// What attributes of directories mean: RFC 4519, RFC 2798, Thunderbird, Evolution, Active Directory, Domino.
import type { Target } from './targets.ts';

/** Names by meaning, lower case, parted by spaces; the meanings are those of columns (`targets.ts`). */
const NAMES: Readonly<Record<Target, string>> = {
  GIVEN: 'givenname gn firstname',
  FAMILY: 'sn surname lastname',
  ADDITIONAL: 'middlename',
  PREFIX: 'personaltitle courtesytitle',
  SUFFIX: 'generationqualifier',
  FULLNAME: 'displayname fullname cn commonname',
  NICKNAME: 'mozillanickname xmozillanickname nickname',
  'X-INITIALS': 'initials',
  'X-FILE-AS': 'fileas',
  'X-PHONETIC-FIRST-NAME': 'msds-phoneticfirstname',
  'X-PHONETIC-LAST-NAME': 'msds-phoneticlastname',
  'X-PHONETIC-NAME': 'msds-phoneticdisplayname',
  'X-PHONETIC-ORG': 'msds-phoneticcompanyname',
  ORG: 'o organizationname company companyname',
  'ORG-UNIT': 'ou organizationalunitname department departmentname',
  TITLE: 'title jobtitle',
  ROLE: 'businessrole profession',
  EMAIL:
    'mail rfc822mailbox email emailaddress mozillasecondemail xmozillasecondemail mailalternateaddress ' +
    'mailalternativeaddress maillocaladdress othermailbox internetaddress proxyaddresses secondarymail homemail',
  'TEL work':
    'telephonenumber workphone xmozillaanyphone othertelephone ipphone otheripphone officephonenumber businessphone',
  'TEL home': 'homephone hometelephonenumber otherhomephone phonenumber homephonenumber',
  'TEL cell': 'mobile mobiletelephonenumber cellphone othermobile cellphonenumber',
  'TEL pager': 'pager pagertelephonenumber otherpager pagerphone',
  'TEL fax': 'facsimiletelephonenumber fax',
  'TEL work,fax': 'officefaxphonenumber',
  'TEL home,fax': 'homefacsimiletelephonenumber homefaxphonenumber homefax',
  'TEL other,fax': 'otherfacsimiletelephonenumber',
  'TEL other': 'otherphone',
  'TEL pref': 'primaryphone',
  'TEL car': 'carphone',
  'TEL callback': 'callbackphone',
  'TEL work,main': 'companyphone',
  'TEL assistant': 'assistantphone secretaryphone telephoneassistant',
  'TEL radio': 'radio radiophone',
  'TEL telex': 'telexnumber telex',
  'TEL textphone': 'tty',
  'TEL isdn': 'internationalisdnnumber internationalisdn',
  'ADR-STREET work': 'street streetaddress mozillaworkstreet2 officestreetaddress',
  'ADR-CITY work': 'l locality localityname officecity',
  'ADR-REGION work': 'st stateorprovincename region officestate',
  'ADR-CODE work': 'postalcode zip officezip',
  'ADR-COUNTRY work': 'co friendlycountryname c countryname officecountry',
  'ADR-POBOX work': 'postofficebox',
  'ADR-STREET home': 'mozillahomestreet mozillahomestreet2 homestreet',
  'ADR-CITY home': 'mozillahomelocalityname homecity',
  'ADR-REGION home': 'mozillahomestate homestate',
  'ADR-CODE home': 'mozillahomepostalcode homezip homepostalcode',
  'ADR-COUNTRY home': 'mozillahomecountryname homecountry',
  'ADR work': 'postaladdress',
  'ADR home': 'homepostaladdress',
  'ADR other': 'otherpostaladdress registeredaddress',
  URL: 'labeleduri labeledurl wwwhomepage url bloguri',
  'URL home': 'mozillahomeurl homeurl',
  'URL work': 'mozillaworkurl workurl',
  'IMPP aim': '_aimscreenname mozilla_aimscreenname nsaimid nscpaimscreenname aimscreenname',
  'IMPP icq': 'nsicqid icqid _icq',
  'IMPP msn': 'nsmsnid msnid _msn',
  'IMPP yahoo': 'nsyahooid yahooid _yahoo',
  'IMPP jabber': 'jabberid _jabberid',
  IMPP: 'imaddress immessaging',
  'IMPP skype': 'skypeid _skype',
  'IMPP qq': '_qq',
  'IMPP irc': '_irc',
  'IMPP google': '_googletalk',
  'IMPP sip': 'msrtcsip-primaryuseraddress',
  BDAY: 'birthdate dateofbirth',
  ANNIVERSARY: 'anniversary',
  'BDAY-YEAR': 'birthyear',
  'BDAY-MONTH': 'birthmonth',
  'BDAY-DAY': 'birthday',
  NOTE: 'description notes note info comment',
  CATEGORIES: 'categories category',
  GENDER: 'gender sex',
  LANG: 'preferredlanguage',
  'RELATED spouse': 'spousename spouse',
  'RELATED child': 'children',
  'RELATED manager': 'manager managername',
  'RELATED assistant': 'secretary assistant assistantname msexchassistantname',
  'X-OFFICE-LOCATION': 'physicaldeliveryofficename roomnumber',
  PHOTO: 'jpegphoto thumbnailphoto photo',
  'X-CUSTOM-1': 'mozillacustom1 custom1',
  'X-CUSTOM-2': 'mozillacustom2 custom2',
  'X-CUSTOM-3': 'mozillacustom3 custom3',
  'X-CUSTOM-4': 'mozillacustom4 custom4',
};

const MEANINGS: ReadonlyMap<string, Target> = new Map(
  Object.entries(NAMES).flatMap(([target, names]) => names.split(' ').map((name) => [name, target] as const)),
);

/**
 * What a directory says about its own entry, not about the person, and passwords, which are nobody's business: left out.
 * Everything else that is unknown is kept as `X-LDIF-NAME`.
 */
const BOOKKEEPING =
  /^(?:objectclass|objectcategory|objectguid|objectsid|instancetype|distinguishedname|name|version|member|memberof|uniquemember|memberuid|modifytimestamp|createtimestamp|modifiersname|creatorsname|entryuuid|entrycsn|entrydn|entryid|structuralobjectclass|subschemasubentry|hassubordinates|numsubordinates|when(?:created|changed)|usn(?:created|changed)|dscorepropagationdata|showinaddressbook|useraccountcontrol|samaccounttype|primarygroupid|admincount|logoncount|lastlogon\w*|lastlogoff|logonhours|badpwdcount|badpasswordtime|pwdlastset|accountexpires|codepage|countrycode|msexch\w+|msrtcsip\w+|mozillausehtmlmail|xmozillausehtmlmail|mozillaconferenceserver|xmozillauseconferenceserver|xmozillaconference|mozillapopularityindex|\w*password|unicodepwd|dbcspwd|lmpwdhistory|ntpwdhistory|supplementalcredentials|krb\w+|shadow\w+|usercertificate|usersmimecertificate|cacertificate|userpkcs12)$/;

/** What an attribute means; undefined for one nobody knows, '' for one to leave out. */
export function attributeMeaning(name: string): Target | undefined {
  const meaning = MEANINGS.get(name);
  if (meaning !== undefined) return meaning;
  return BOOKKEEPING.test(name) ? '' : undefined;
}

const PEOPLE = new Set(
  (
    'person organizationalperson inetorgperson mozillaabpersonalpha mozillaabpersonobsolete mozillaorgperson evolutionperson ' +
    'pilotperson newpilotperson residentialperson user contact dominoperson officeperson eduperson zimbraaccount ' +
    'calentry xmozillaabperson naturalperson'
  ).split(' '),
);
const GROUPS = new Set(
  'groupofnames groupofuniquenames group mozillaablist mozillaabgroup dominogroup posixgroup distributionlist evolutioncontactlist'.split(
    ' ',
  ),
);
const THINGS = new Set(
  (
    'organizationalunit organization room device computer country locality dcobject domain domaindns container printqueue ' +
    'applicationprocess publicfolder document documentseries organizationalrole locality iphost server builtindomain ' +
    'msexchdynamicdistributionlist foreignsecurityprincipal'
  ).split(' '),
);

/** What an entry is, by its object classes; undefined where they do not tell. */
export function entryKind(classes: readonly string[]): 'person' | 'group' | 'thing' | undefined {
  const all = classes.map((name) => name.trim().toLowerCase());
  // In Active Directory a computer is a user, too.
  if (all.some((name) => name === 'computer' || name === 'room' || name === 'device')) return 'thing';
  if (all.some((name) => GROUPS.has(name))) return 'group';
  if (all.some((name) => PEOPLE.has(name))) return 'person';
  return all.some((name) => THINGS.has(name)) ? 'thing' : undefined;
}
