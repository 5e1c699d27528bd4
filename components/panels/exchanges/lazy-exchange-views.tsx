'use client'

import dynamic from 'next/dynamic'
import { useEffect } from 'react'

const loadViews = () => import('./exchange-views').then(({ ExchangeViews }) => ExchangeViews)
const loadPicture = () => import('./sequence/enlarged-picture').then(({ EnlargedPicture }) => EnlargedPicture)

/** What shows exchanges is half of all that explains: it comes after the page, while the first visitor is on the way. */
export const LazyExchangeViews = dynamic(loadViews, { ssr: false, loading: () => null })

export const LazyEnlargedPicture = dynamic(loadPicture, { ssr: false, loading: () => null })

/** Fetches the views before there is an exchange to show. */
export function useExchangeViewsEarly(): void {
  useEffect(() => {
    // Where this fails, showing the first exchange tries again, and says so.
    loadViews().catch(() => undefined)
  }, [])
}
