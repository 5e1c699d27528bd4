// Globals of Node that packages of the runtime itself use.
import { Buffer } from 'buffer'
import process from 'process'

export { Buffer, process }
