export const USAGE = `npm run lessons -- check [slug…]

    Reads the lessons in lessons/ and says what is wrong with them, by file, line and column. Then runs them: the
    transcripts of the text against start/, and each task against start/, its solutions and its wrong programs.

npm run lessons -- play <slug|folder> [--transcript file.md] [--har out.har]
                        [--locale zh|en] [--program solutions/name] [--task id]

    Runs a lesson, or the program in any folder, under the transcripts of a markdown file, and prints each exchange as
    it went over the wire, and whether what is expected of it holds. The transcripts are those of the lesson's own
    text, or of one of its tasks; without any, alice visits / once.

npm run lessons -- new <slug> [--number 7.3]

    Makes a lesson to start from: complete, without mistakes, in both languages.

Each ends with 0 when all is well, with 1 when something is wrong with a lesson or does not hold, and with 2 when it was
called wrongly.
`
