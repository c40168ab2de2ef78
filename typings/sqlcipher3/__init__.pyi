# sqlcipher3 is Python's own sqlite3 over another library; its types are the same.
