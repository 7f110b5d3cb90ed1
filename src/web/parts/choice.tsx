import { type ReactNode, useId } from 'react'
import styles from './choice.module.css'

/** One of a few, each a word: larger than a radio button, lighter than a menu. */
export function Choice<V extends string>({
  legend,
  options,
  value,
  onChange,
}: {
  legend: ReactNode
  options: readonly { value: V; says: string }[]
  value: V | null
  onChange: (value: V) => void
}) {
  const name = useId()
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div className={styles.options}>
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input
              type="radio"
              name={name}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.says}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
