/** The path of a Chromium; installs one if need be. @throws Trouble that says what was tried */
export function findOrInstallBrowser(): Promise<string>
