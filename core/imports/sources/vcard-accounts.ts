// Accounts of vCards: chat services and social networks.
import { linkedInKey, linkedInUrl } from '#core/contacts/identity.ts';
import { add, addUrl, type Building, type Handler, plainText, shape } from './vcard-building.ts';
import { accountUri, schemeOf, type Service, serviceNamed, serviceOfScheme } from './vcard-services.ts';
import { plainLabel, type Shape, shapedWith } from './vcard-shape.ts';

/** Chat accounts (RFC 4770): one URI each, the service beside it (RFC 9554 SERVICE-TYPE). */
export function addAccount(
  building: Building,
  account: string,
  service: Service | undefined,
  shaped: Shape,
): void {
  const value = accountUri(account.trim(), service);
  const { 'X-SERVICE-TYPE': apple, ...rest } = shaped.parameters ?? {};
  const name = rest['SERVICE-TYPE']?.[0] ?? apple?.[0] ?? service?.name ?? serviceOfScheme(schemeOf(value));
  const types = shaped.type
    .split(',')
    .filter((type) => service === undefined || serviceNamed(type) !== service);
  const parameters = name === undefined ? rest : { ...rest, 'SERVICE-TYPE': [name] };
  const hasAny = Object.keys(parameters).length > 0;
  add(building, 'IMPP', value, { type: types.join(','), parameters: hasAny ? parameters : undefined });
}

export const impp: Handler = (property, building) => {
  const shaped = shape(property, building);
  const named = shaped.parameters?.['SERVICE-TYPE']?.[0] ?? shaped.parameters?.['X-SERVICE-TYPE']?.[0];
  const label = plainLabel(shaped.parameters?.['X-ABLABEL']?.[0] ?? '');
  const service =
    named === undefined ? (serviceInTypes(shaped.type) ?? serviceNamed(label)) : serviceNamed(named);
  addAccount(building, plainText(property.value), service, shaped);
};

const serviceInTypes = (type: string): Service | undefined =>
  type
    .split(',')
    .map(serviceNamed)
    .find((service) => service !== undefined);

/** What a profile says of its network, in Apple's words and in RFC 9554's. */
function networkOf({ type, parameters = {} }: Shape) {
  const { 'X-USER': apple, USERNAME: own, 'SERVICE-TYPE': said, ...rest } = parameters;
  const named = said?.[0] ?? '';
  const label = plainLabel(rest['X-ABLABEL']?.[0] ?? '');
  const service = serviceNamed(named) ?? serviceInTypes(type) ?? serviceNamed(label);
  return { user: own?.[0] ?? apple?.[0] ?? '', named, service, rest };
}

/** Profiles on social networks (RFC 9554 §3.5, Apple's X-SOCIALPROFILE); one on LinkedIn is its URL. */
export const socialProfile: Handler = (property, building) => {
  const shaped = shape(property, building);
  const { user, named, service, rest } = networkOf(shaped);
  const types = shaped.type.split(',').filter((type) => type !== '' && serviceNamed(type) === undefined);
  // Apple's TYPE is the network; where nobody knows it, it is its name all the same.
  const isName = named === '' && service === undefined && types.length === 1;
  const name = named || (service?.name ?? (isName ? types[0] : undefined));
  addProfile(building, plainText(property.value).trim() || user, service, {
    type: isName ? '' : types.join(','),
    parameters: {
      ...rest,
      ...(name !== undefined && { 'SERVICE-TYPE': [name] }),
      ...(user !== '' && { USERNAME: [user] }),
    },
  });
};

/** A profile of a known or unknown network. */
export function addProfile(
  building: Building,
  value: string,
  service: Service | undefined,
  shaped: Shape,
): void {
  const isLinkedIn = service?.name === 'LinkedIn';
  const profile = isLinkedIn && /^[\p{L}\p{N}_-]{1,100}$/u.test(value) ? linkedInUrl(value) : value;
  if (linkedInKey(profile) !== undefined)
    return addUrl(building, profile, { type: 'linkedin', parameters: undefined });
  const { parameters = {} } = shaped;
  const more = service !== undefined && parameters['SERVICE-TYPE'] === undefined;
  add(
    building,
    'SOCIALPROFILE',
    value,
    more ? shapedWith(shaped, { 'SERVICE-TYPE': [service.name] }) : shaped,
  );
}
