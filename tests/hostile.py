"""Document types that harm a careless XML reader; what they declare stands as `&x;` and `&j;` in the text."""

ENTITY = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
_LAUGHING = "".join(f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 20}'>" for n in range(9))
LAUGHS = f"<!DOCTYPE a [<!ENTITY a 'ha'>{_LAUGHING}]>"
