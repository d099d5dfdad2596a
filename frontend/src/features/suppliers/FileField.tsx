import { useId } from 'react';

interface FileFieldProps {
  value?: File | null;
  onChange?: (file: File | null) => void;
}

/** Chooses one file; it is sent with the form. */
export function FileField({ onChange }: FileFieldProps) {
  const id = useId();
  return <input id={id} type="file" aria-label="file" onChange={(event) => onChange?.(event.target.files?.[0] ?? null)} />;
}
