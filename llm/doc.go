// Package llm lets a language model propose items, behind any endpoint that
// speaks the chat completions of OpenAI. It is off unless an address is given.
//
// The text of a document is data: it is sent fenced, instructions in it are to be
// ignored, and whatever comes back counts only if its quotation stands in the
// document letter by letter, or but for marks and spaces. What does not is
// rejected and counted. Offsets are ours, never the model's. Items carry the
// model, the day and a hash of the prompt, and stay proposals.
package llm
