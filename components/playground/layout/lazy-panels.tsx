'use client'

import dynamic from 'next/dynamic'

/** Panels that most lessons do not show: only pages that do load them. */
export const FilesPanel = dynamic(() => import('@/components/panels/files/files-panel').then((file) => file.FilesPanel))
export const RedisPanel = dynamic(() => import('@/components/panels/redis/redis-panel').then((file) => file.RedisPanel))
