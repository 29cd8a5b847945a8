"use server";

import { redirect } from "next/navigation";
import { signIn, signUp } from "@/lib/accounts/commands";
import { errorCode } from "@/lib/accounts/error-words";
import { returnPath } from "@/lib/accounts/return-path";
import type { AccountError } from "@/lib/accounts/types";
import { rememberForm } from "./_parts/form-memory";

/** Makes an account and goes back to where the visitor was, or to the form with its words. */
export async function signUpAction(form: FormData): Promise<void> {
  const result = await signUp(fieldsOf(form, ["name", "email", "password", "returnTo"]));
  if (!result.ok) return refuse("/sign-up", form, result.error);
  redirect(result.value === "/" ? "/welcome" : result.value);
}

/** Signs in and goes back to where the visitor was, or to the form with its words. */
export async function signInAction(form: FormData): Promise<void> {
  const result = await signIn(fieldsOf(form, ["email", "password", "returnTo"]));
  if (!result.ok) return refuse("/sign-in", form, result.error);
  redirect(result.value);
}

async function refuse(page: "/sign-up" | "/sign-in", form: FormData, error: AccountError): Promise<never> {
  await rememberForm(form);
  const query = new URLSearchParams({ error: errorCode(error), returnTo: returnPath(form.get("returnTo")) });
  redirect(`${page}?${query}`);
}

// React adds fields of its own to a form that works without script; only ours are read.
const fieldsOf = (form: FormData, names: string[]) => Object.fromEntries(names.map((name) => [name, form.get(name) ?? undefined]));
