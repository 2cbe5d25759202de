package org.heralddata.serve.rpc;

import org.jspecify.annotations.Nullable;

/** An error object (specification, section 5.1). */
public final class RpcError extends Exception {
    public static final int PARSE_ERROR = -32700;
    public static final int INVALID_REQUEST = -32600;
    public static final int METHOD_NOT_FOUND = -32601;
    public static final int INVALID_PARAMS = -32602;
    public static final int INTERNAL_ERROR = -32603;

    private static final long serialVersionUID = 1L;

    private final int code;
    private final transient @Nullable Object data;

    /** @param data what Jackson can write; null for none */
    public RpcError(int code, String message, @Nullable Object data) {
        super(message, null, false, false);
        this.code = code;
        this.data = data;
    }

    public int code() {
        return code;
    }

    public @Nullable Object data() {
        return data;
    }
}
