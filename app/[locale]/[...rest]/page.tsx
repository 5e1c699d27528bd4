import { notFound } from 'next/navigation'

/** Any address that is no page, so that it is answered in its own language. */
export default function Unknown() {
  notFound()
}
