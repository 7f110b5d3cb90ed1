import { type ReactNode, useEffect, useRef } from 'react'
import styles from './page.module.css'

let isFirst = true

/** A screen: its title in the tab and as the heading, which takes the focus when one comes from another screen. */
export function Page({
  title,
  above,
  actions,
  wide = false,
  children,
}: {
  title: string
  /** What stands over the title, such as where one is. */
  above?: ReactNode
  actions?: ReactNode
  /** As wide as the window lets it be: pictures, long tables. */
  wide?: boolean
  children: ReactNode
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!isFirst) heading.current?.focus({ preventScroll: true })
    isFirst = false
  }, [])
  return (
    <div className={wide ? `${styles.page} ${styles.wide}` : styles.page}>
      <title>{`${title} · Acquaint`}</title>
      <div className={styles.head}>
        <div>
          {above && <div className="small quiet no-print">{above}</div>}
          <h1 ref={heading} tabIndex={-1} className="wrap">
            {title}
          </h1>
        </div>
        {actions && <div className="row no-print">{actions}</div>}
      </div>
      {children}
    </div>
  )
}
