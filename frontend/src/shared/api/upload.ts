import { commonHeaders, doorPath, headersOf, type Door } from './client';
import { ApiError, NetworkError } from './errors';

interface Answer {
  fileId?: string;
  errors?: { message: string; extensions?: { code?: string; id?: string } }[];
}

/** This will store a file for one purpose and give its id. Raises ApiError or NetworkError. */
export async function uploadFile(door: Door, purpose: string, file: File, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const headers = { ...commonHeaders(), ...headersOf(door), 'Content-Type': 'application/octet-stream', 'X-File-Name': encodeURIComponent(file.name), ...more };
  let answer: Answer;
  try {
    const response = await fetch(`${doorPath(door)}/files?purpose=${purpose}`, { method: 'POST', credentials: 'same-origin', headers, body: file });
    answer = (await response.json()) as Answer;
  } catch (cause) {
    throw new NetworkError('upload', { cause });
  }
  const error = answer.errors?.[0];
  if (error || !answer.fileId) throw new ApiError(error?.extensions?.code ?? 'INTERNAL', error?.message ?? '', error?.extensions?.id);
  return answer.fileId;
}
