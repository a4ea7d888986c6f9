"""Answer assistants over the Model Context Protocol: six tools that read, each with its proof and what is covered."""
