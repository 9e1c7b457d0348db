// pathOf is where the page of a record is below the address of a site in a language:
// "pleinen/kerk/", or "noord/pleinen/kerk/" of another directory, whose slug is "noord/kerk".
export const pathOf = (kind, slug) => slug.replace(/[^/]*$/, `${kind}/$&/`);
