/** The browser's storage for panel sizes. Without one, sizes are simply not remembered. */
export const layoutStorage = {
  getItem(key: string): string | null {
    try {
      return window.localStorage.getItem(key)
    } catch {
      return null
    }
  },
  setItem(key: string, value: string): void {
    try {
      window.localStorage.setItem(key, value)
    } catch {
      // Full or forbidden: the sizes hold until the page is left.
    }
  },
}
