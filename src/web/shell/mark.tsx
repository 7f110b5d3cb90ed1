/** Three people and two ties: the product's mark. */
export function Mark() {
  return (
    <svg width="22" height="22" viewBox="0 0 32 32" aria-hidden="true">
      <path d="M7 24 16 8l9 16" fill="none" stroke="var(--accent)" strokeWidth="2.4" strokeLinejoin="round" />
      <circle cx="7" cy="24" r="4" fill="var(--accent)" />
      <circle cx="16" cy="8" r="4" fill="var(--accent)" />
      <circle cx="25" cy="24" r="4" fill="var(--accent)" />
    </svg>
  )
}
