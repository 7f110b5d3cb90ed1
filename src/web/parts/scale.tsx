import { useId } from 'react'
import styles from './scale.module.css'

const VALUES = [1, 2, 3, 4, 5]

/** One to five, as large keys for a thumb; the words at the ends say what they mean. */
export function Scale({
  legend,
  low,
  high,
  value,
  onChange,
}: {
  legend: string
  low: string
  high: string
  value: number | null
  onChange: (value: number) => void
}) {
  const name = useId()
  return (
    <fieldset className={styles.scale}>
      <legend>{legend}</legend>
      <div className={styles.keys}>
        {VALUES.map((one) => (
          <label key={one} className={styles.key}>
            <input type="radio" name={name} checked={value === one} onChange={() => onChange(one)} />
            <span>{one}</span>
          </label>
        ))}
      </div>
      <div className={styles.ends} aria-hidden="true">
        <span>1: {low}</span>
        <span>5: {high}</span>
      </div>
    </fieldset>
  )
}
