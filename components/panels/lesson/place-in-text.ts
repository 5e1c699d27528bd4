/** Under which id a task or a question of the text can be linked to; other ids of the page don't begin so. */
export function placeInText(id: string): string {
  return `text-${id}`
}
