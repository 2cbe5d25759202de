// The grammar of ADQL 2.1 (IVOA recommendation of 2023-12-15, appendix A), with CASE, bitwise operators, hexadecimal numbers and
// TIMESTAMP literals besides.
//
// Conditions and values share one ladder of rules, so that a parenthesis never asks for a long look ahead; what must be a
// condition and what a value is told apart when the tree is built. Repetition is by loops, not recursion, wherever the language
// allows it: only parentheses and CASE nest.
grammar Adql;

options { caseInsensitive = true; }

query : statement SEMICOLON? EOF ;

statement : withClause? selectExpression ;

withClause : WITH commonTable (COMMA commonTable)* ;

commonTable : identifier columnNames? AS LEFT_PAREN selectExpression RIGHT_PAREN ;

columnNames : LEFT_PAREN identifier (COMMA identifier)* RIGHT_PAREN ;

selectExpression : setExpression orderBy? offset? ;

setExpression : setTerm (setOperator setTerm)* ;

setOperator : (UNION | EXCEPT) ALL? ;

setTerm : setPrimary (intersection setPrimary)* ;

intersection : INTERSECT ALL? ;

setPrimary : select | LEFT_PAREN selectExpression RIGHT_PAREN ;

select
    : SELECT (DISTINCT | ALL)? (TOP UNSIGNED_INTEGER)? selectList FROM tableReference (COMMA tableReference)*
      where? groupBy? having? ;

selectList : selectItem (COMMA selectItem)* ;

selectItem
    : ASTERISK                                  # allColumns
    | name PERIOD ASTERISK                      # allColumnsOf
    | expression (AS? identifier)?              # derivedColumn
    ;

where : WHERE expression ;

groupBy : GROUP BY expression (COMMA expression)* ;

having : HAVING expression ;

orderBy : ORDER BY orderTerm (COMMA orderTerm)* ;

orderTerm : expression (ASC | DESC)? ;

offset : OFFSET UNSIGNED_INTEGER ;

tableReference : tablePrimary joinedPart* ;

joinedPart
    : CROSS JOIN tablePrimary
    | NATURAL? joinType? JOIN tablePrimary joinSpecification?
    ;

joinType : INNER | (LEFT | RIGHT | FULL) OUTER? ;

joinSpecification : ON expression | USING columnNames ;

tablePrimary
    : name correlation?                                         # namedTable
    | LEFT_PAREN selectExpression RIGHT_PAREN correlation       # derivedTable
    | LEFT_PAREN tableReference RIGHT_PAREN                     # joinedTable
    ;

correlation : AS? identifier ;

expression : conjunction (OR conjunction)* ;

conjunction : negation (AND negation)* ;

negation : NOT* predicate ;

predicate : EXISTS LEFT_PAREN selectExpression RIGHT_PAREN | value predicateTail? ;

predicateTail
    : comparison value                                          # compared
    | NOT? BETWEEN value AND value                              # between
    | NOT? IN LEFT_PAREN (selectExpression | expression (COMMA expression)*) RIGHT_PAREN    # in
    | NOT? (LIKE | ILIKE) value                                 # like
    | IS NOT? NULL                                              # isNull
    ;

comparison : EQUAL | NOT_EQUAL | LESS | LESS_OR_EQUAL | GREATER | GREATER_OR_EQUAL ;

value : bitwiseOr (CONCATENATE bitwiseOr)* ;

bitwiseOr : bitwiseXor (BAR bitwiseXor)* ;

bitwiseXor : bitwiseAnd (CIRCUMFLEX bitwiseAnd)* ;

bitwiseAnd : sum (AMPERSAND sum)* ;

sum : product ((PLUS | MINUS) product)* ;

product : factor ((ASTERISK | SOLIDUS) factor)* ;

factor : (PLUS | MINUS | TILDE)* primary ;

primary
    : literal                                                   # constant
    | CASE expression? whenClause+ elseClause? END              # caseExpression
    | CAST LEFT_PAREN expression AS castTarget RIGHT_PAREN      # cast
    | SET_FUNCTION LEFT_PAREN (ASTERISK | (DISTINCT | ALL)? expression) RIGHT_PAREN     # aggregate
    | functionName LEFT_PAREN (expression (COMMA expression)*)? RIGHT_PAREN             # call
    | name                                                      # column
    | LEFT_PAREN selectExpression RIGHT_PAREN                   # scalarQuery
    | LEFT_PAREN expression RIGHT_PAREN                         # parenthesised
    ;

whenClause : WHEN expression THEN expression ;

elseClause : ELSE expression ;

castTarget : typeWord typeWord? (LEFT_PAREN (UNSIGNED_INTEGER | ASTERISK) RIGHT_PAREN)? ;

typeWord : IDENTIFIER | TYPE_NAME | FUNCTION_NAME | TIMESTAMP ;

literal
    : UNSIGNED_INTEGER | DECIMAL | HEXADECIMAL
    | STRING+
    | TIMESTAMP STRING
    | NULL | TRUE | FALSE
    ;

functionName : IDENTIFIER | FUNCTION_NAME ;

name : identifier (PERIOD identifier)* ;

identifier : IDENTIFIER | DELIMITED ;

ALL : 'ALL' ;
AND : 'AND' ;
AS : 'AS' ;
ASC : 'ASC' ;
BETWEEN : 'BETWEEN' ;
BY : 'BY' ;
CASE : 'CASE' ;
CAST : 'CAST' ;
CROSS : 'CROSS' ;
DESC : 'DESC' ;
DISTINCT : 'DISTINCT' ;
ELSE : 'ELSE' ;
END : 'END' ;
EXCEPT : 'EXCEPT' ;
EXISTS : 'EXISTS' ;
FALSE : 'FALSE' ;
FROM : 'FROM' ;
FULL : 'FULL' ;
GROUP : 'GROUP' ;
HAVING : 'HAVING' ;
ILIKE : 'ILIKE' ;
IN : 'IN' ;
INNER : 'INNER' ;
INTERSECT : 'INTERSECT' ;
IS : 'IS' ;
JOIN : 'JOIN' ;
LEFT : 'LEFT' ;
LIKE : 'LIKE' ;
NATURAL : 'NATURAL' ;
NOT : 'NOT' ;
NULL : 'NULL' ;
OFFSET : 'OFFSET' ;
ON : 'ON' ;
OR : 'OR' ;
ORDER : 'ORDER' ;
OUTER : 'OUTER' ;
RIGHT : 'RIGHT' ;
SELECT : 'SELECT' ;
THEN : 'THEN' ;
TIMESTAMP : 'TIMESTAMP' ;
TOP : 'TOP' ;
TRUE : 'TRUE' ;
UNION : 'UNION' ;
USING : 'USING' ;
WHEN : 'WHEN' ;
WHERE : 'WHERE' ;
WITH : 'WITH' ;

SET_FUNCTION : 'AVG' | 'COUNT' | 'MAX' | 'MIN' | 'SUM' ;

FUNCTION_NAME
    : 'ABS' | 'ACOS' | 'ASIN' | 'ATAN' | 'ATAN2' | 'CEILING' | 'COS' | 'COT' | 'DEGREES' | 'EXP' | 'FLOOR' | 'LOG' | 'LOG10'
    | 'MOD' | 'PI' | 'POWER' | 'RADIANS' | 'RAND' | 'ROUND' | 'SIN' | 'SQRT' | 'TAN' | 'TRUNCATE'
    | 'AREA' | 'BOX' | 'CENTROID' | 'CIRCLE' | 'CONTAINS' | 'COORD1' | 'COORD2' | 'COORDSYS' | 'DISTANCE' | 'INTERSECTS'
    | 'POINT' | 'POLYGON' | 'REGION'
    | 'COALESCE' | 'IN_UNIT' | 'LOWER' | 'UPPER' | 'NULLIF'
    ;

TYPE_NAME
    : 'BIGINT' | 'CHAR' | 'CHARACTER' | 'DOUBLE' | 'FLOAT' | 'INT' | 'INTEGER' | 'PRECISION' | 'REAL' | 'SMALLINT' | 'VARCHAR'
    ;

/** Reserved by SQL-92 (ADQL 2.1, section 2.1.2), without a role in ADQL. */
RESERVED
    : 'ABSOLUTE' | 'ACTION' | 'ADD' | 'ALLOCATE' | 'ALTER' | 'ANY' | 'ARE' | 'ASSERTION' | 'AT' | 'AUTHORIZATION' | 'BEGIN'
    | 'BIT' | 'BIT_LENGTH' | 'BOTH' | 'CASCADE' | 'CASCADED' | 'CATALOG' | 'CHAR_LENGTH' | 'CHARACTER_LENGTH' | 'CHECK'
    | 'CLOSE' | 'COLLATE' | 'COLLATION' | 'COLUMN' | 'COMMIT' | 'CONNECT' | 'CONNECTION' | 'CONSTRAINT' | 'CONSTRAINTS'
    | 'CONTINUE' | 'CONVERT' | 'CORRESPONDING' | 'CREATE' | 'CURRENT' | 'CURRENT_DATE' | 'CURRENT_TIME' | 'CURRENT_TIMESTAMP'
    | 'CURRENT_USER' | 'CURSOR' | 'DATE' | 'DAY' | 'DEALLOCATE' | 'DECIMAL' | 'DECLARE' | 'DEFAULT' | 'DEFERRABLE' | 'DEFERRED'
    | 'DELETE' | 'DESCRIBE' | 'DESCRIPTOR' | 'DIAGNOSTICS' | 'DISCONNECT' | 'DOMAIN' | 'DROP' | 'ESCAPE' | 'EXCEPTION' | 'EXEC'
    | 'EXECUTE' | 'EXTERNAL' | 'EXTRACT' | 'FETCH' | 'FIRST' | 'FOR' | 'FOREIGN' | 'FOUND' | 'GET' | 'GLOBAL' | 'GO' | 'GOTO'
    | 'GRANT' | 'HOUR' | 'IDENTITY' | 'IMMEDIATE' | 'INDICATOR' | 'INITIALLY' | 'INPUT' | 'INSENSITIVE' | 'INSERT' | 'INTERVAL'
    | 'INTO' | 'ISOLATION' | 'KEY' | 'LANGUAGE' | 'LAST' | 'LEADING' | 'LEVEL' | 'LOCAL' | 'MATCH' | 'MINUTE' | 'MODULE'
    | 'MONTH' | 'NAMES' | 'NATIONAL' | 'NCHAR' | 'NEXT' | 'NO' | 'NUMERIC' | 'OCTET_LENGTH' | 'OF' | 'ONLY' | 'OPEN' | 'OPTION'
    | 'OUTPUT' | 'OVERLAPS' | 'PAD' | 'PARTIAL' | 'POSITION' | 'PREPARE' | 'PRESERVE' | 'PRIMARY' | 'PRIOR' | 'PRIVILEGES'
    | 'PROCEDURE' | 'PUBLIC' | 'READ' | 'REFERENCES' | 'RELATIVE' | 'RESTRICT' | 'REVOKE' | 'ROLLBACK' | 'ROWS' | 'SCHEMA'
    | 'SCROLL' | 'SECOND' | 'SECTION' | 'SESSION' | 'SESSION_USER' | 'SET' | 'SIZE' | 'SOME' | 'SPACE' | 'SQL' | 'SQLCODE'
    | 'SQLERROR' | 'SQLSTATE' | 'SUBSTRING' | 'SYSTEM_USER' | 'TABLE' | 'TEMPORARY' | 'TIME' | 'TIMEZONE_HOUR'
    | 'TIMEZONE_MINUTE' | 'TO' | 'TRAILING' | 'TRANSACTION' | 'TRANSLATE' | 'TRANSLATION' | 'TRIM' | 'UNIQUE' | 'UNKNOWN'
    | 'UPDATE' | 'USAGE' | 'USER' | 'VALUE' | 'VALUES' | 'VARYING' | 'VIEW' | 'WHENEVER' | 'WORK' | 'WRITE' | 'YEAR' | 'ZONE'
    ;

LEFT_PAREN : '(' ;
RIGHT_PAREN : ')' ;
COMMA : ',' ;
PERIOD : '.' ;
SEMICOLON : ';' ;
ASTERISK : '*' ;
SOLIDUS : '/' ;
PLUS : '+' ;
MINUS : '-' ;
TILDE : '~' ;
AMPERSAND : '&' ;
CIRCUMFLEX : '^' ;
CONCATENATE : '||' ;
BAR : '|' ;
EQUAL : '=' ;
NOT_EQUAL : '<>' | '!=' ;
LESS : '<' ;
LESS_OR_EQUAL : '<=' ;
GREATER : '>' ;
GREATER_OR_EQUAL : '>=' ;

HEXADECIMAL : '0X' [0-9A-F]+ ;
UNSIGNED_INTEGER : [0-9]+ ;
DECIMAL : ([0-9]+ '.' [0-9]* | '.' [0-9]+) EXPONENT? | [0-9]+ EXPONENT ;
fragment EXPONENT : 'E' [+-]? [0-9]+ ;

STRING : '\'' (~'\'' | '\'\'')* '\'' ;
DELIMITED : '"' (~'"' | '""')+ '"' ;
IDENTIFIER : [A-Z] [A-Z0-9_]* ;

COMMENT : '--' ~[\r\n]* -> skip ;
WHITESPACE : [ \t\r\n\u000B\u000C\u00A0\uFEFF]+ -> skip ;

/** What no other rule takes, so that the parser tells of it in its own words. */
UNCLOSED_STRING : '\'' (~'\'' | '\'\'')* ;
UNCLOSED_NAME : '"' (~'"' | '""')* ;
STRANGER : . ;
