/** Whether a piece of text may be the name of a firm. */

const noFirm =
  /^(?:dear|best$|regards|kind regards|cheers|sincerely|liebe|hallo|viele grüße|sehr geehrte)\b|\b(?:i|you|he|she|we|they|my|your|know|don't|do not|nothing|nobody|somewhere|unknown|no idea|not sure|anything|hello|hi|thanks|please|born|married|graduated|geboren|weiß|keine|nichts|unbekannt)\b|[?!<>{}=\\]|https?:|@/i

/** May be the name of a firm: short, and no sentence, address or span of years. */
export function isOrganization(text: string): boolean {
  const count = text.split(' ').length
  return (
    /[\p{L}\d]/u.test(text) &&
    text.length <= 80 &&
    count <= 8 &&
    !noFirm.test(text) &&
    !/\d{4} ?[-–—.]+ ?\d/.test(text)
  )
}

/** Without anything else to go by: every main word begins with a capital. */
export function isName(text: string): boolean {
  return (
    isOrganization(text) &&
    hasCapitals(text) &&
    text.split(' ').length <= 6 &&
    /^[\p{Lu}\p{Lo}\d]/u.test(text)
  )
}

export function hasCapitals(text: string): boolean {
  const small = /^(?:of|the|and|und|für|de|la|for|der|die|das)$/
  return text.split(' ').every((word) => /^[\p{Lu}\p{Lo}\d&+]/u.test(word) || small.test(word))
}

/** "Inc", "GmbH": part of the name before a comma, not a name. */
export function isLegalForm(text: string): boolean {
  return /^(?:inc|ltd|llc|llp|corp|co|gmbh|ag|se|sa|plc|limited|kg)\.?$/i.test(text)
}
