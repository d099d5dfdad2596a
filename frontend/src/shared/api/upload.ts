import { commonHeaders, type Door } from './client';
import { ApiError, NetworkError } from './errors';

interface Answer {
  fileId?: string;
  errors?: { message: string; extensions?: { code?: string; id?: string } }[];
}

/** This will store a file for one purpose and give its id. Raises ApiError or NetworkError. */
export async function uploadFile(door: Door, purpose: string, file: File, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const path = door.kind === 'unit' ? `/u/${encodeURIComponent(door.slug)}/graphql/files` : '/graphql/files';
  const headers = { ...commonHeaders(), 'Content-Type': 'application/octet-stream', 'X-File-Name': encodeURIComponent(file.name), ...more };
  if (door.kind === 'group' && door.groupId) Object.assign(headers, { 'X-Hanse-Group': door.groupId });
  let answer: Answer;
  try {
    const response = await fetch(`${path}?purpose=${purpose}`, { method: 'POST', credentials: 'same-origin', headers, body: file });
    answer = (await response.json()) as Answer;
  } catch (cause) {
    throw new NetworkError('upload', { cause });
  }
  const error = answer.errors?.[0];
  if (error || !answer.fileId) throw new ApiError(error?.extensions?.code ?? 'INTERNAL', error?.message ?? '', error?.extensions?.id);
  return answer.fileId;
}
